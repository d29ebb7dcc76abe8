import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { build } from 'wxt';
import type { BrowserName } from '../../scripts/browser/find';
import { ROOT } from '../../scripts/lib/setup.mjs';

export interface PlantedBuild {
  /** The unpacked extension. */
  folder: string;
  remove(): void;
}

/** Adds code at the end of one of our modules, named by its path. */
export function plantIn(module: string, code: string): Plugin {
  return {
    name: 'planted',
    transform: (source, id) => (id.endsWith(`/${module}`) ? { code: `${source}\n${code}`, map: null } : null),
  };
}

/**
 * Builds the extension as for a release with one plugin more, into a folder of its own: what would have to be
 * found out. `only` names the entrypoints to build. Throws why it could not be built.
 */
export async function buildPlanted(plugin: Plugin, browser: BrowserName, only?: string[]): Promise<PlantedBuild> {
  const outDir = mkdtempSync(join(tmpdir(), 'ai-gloss-planted-'));
  const remove = () => rmSync(outDir, { recursive: true, force: true });
  // WXT leaves the mode of its last build here for whoever runs after it.
  const { NODE_ENV } = process.env;
  const silence = mute();
  try {
    process.env.NODE_ENV = 'production';
    await build({
      root: ROOT,
      outDir,
      browser: browser === 'firefox' ? 'firefox' : 'chrome',
      mode: 'production',
      filterEntrypoints: only,
      logger: SILENT,
      vite: () => ({ plugins: [plugin], logLevel: 'silent' }),
    });
  } catch (error) {
    remove();
    // WXT's own says which part failed, and its cause why.
    throw (error as Error).cause ?? error;
  } finally {
    silence.end();
    process.env.NODE_ENV = NODE_ENV;
  }
  return { folder: join(outDir, browser === 'firefox' ? 'firefox-mv3' : 'chrome-mv3'), remove };
}

/** WXT shows its progress past the logger, which would stand between the lines of the test report. */
function mute(): { end(): void } {
  const streams = [process.stdout, process.stderr];
  const before = streams.map((stream) => stream.write);
  for (const stream of streams) stream.write = () => true;
  return {
    end: () => {
      for (const [i, stream] of streams.entries()) stream.write = before[i]!;
    },
  };
}

const quiet = () => {};
const SILENT = {
  debug: quiet,
  log: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  fatal: quiet,
  success: quiet,
  level: 0,
};
