import { join } from 'node:path';
import type { Plugin } from 'vite';
import { build } from 'wxt';
import { packCues, packForms } from '../../glossary/pack-forms.ts';
import { ROOT } from '../../scripts/lib/setup.mjs';
import { benchForms } from './forms.ts';

const FORMS = 'virtual:glossary/forms';
const CUES = 'virtual:glossary/cues';

/**
 * Builds the extension as for a release, with a fixed list of `count` forms in the place of the glossary's, into
 * artifacts/: so that figures of different releases compare. Returns the folder to load.
 */
export async function buildWithForms(count: number): Promise<string> {
  const outDir = join('artifacts', 'bench-extension');
  // WXT prints its progress, and leaves the mode of its last build here for whoever runs after it.
  const env = process.env.NODE_ENV;
  await build({
    root: ROOT,
    outDir,
    browser: 'chrome',
    mode: 'production',
    logger: silent,
    vite: () => ({ plugins: [fixedForms(count)] }),
  });
  process.env.NODE_ENV = env;
  return join(ROOT, outDir, 'chrome-mv3');
}

function fixedForms(count: number): Plugin {
  const entries = benchForms(count);
  const sources: Record<string, string> = {
    [FORMS]: `export default ${JSON.stringify(packForms(entries))};`,
    [CUES]: `export const cues = ${JSON.stringify(packCues(entries))};`,
  };
  const PREFIX = '\0bench:';
  return {
    name: 'bench-forms',
    enforce: 'pre',
    resolveId: (id) => (id in sources ? PREFIX + id : undefined),
    load: (id) => (id.startsWith(PREFIX) ? sources[id.slice(PREFIX.length)] : undefined),
  };
}

const quiet = () => {};
const silent = {
  debug: quiet,
  log: quiet,
  info: quiet,
  warn: console.warn,
  error: console.error,
  fatal: console.error,
  success: quiet,
  level: 0,
};
