import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserName } from '../browser/find.ts';
import { Refusal } from './refusal.ts';
import { ROOT } from './setup.mjs';

/**
 * Builds the package for a browser (a second's work, so always) and gives the folder of the unpacked extension.
 * Throws a Refusal with the build's own words.
 */
export function build(name: BrowserName): string {
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const target = name === 'firefox' ? ['-b', 'firefox'] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build', ...target], {
    cwd: ROOT,
    encoding: 'utf8',
    // A caller's own NODE_ENV, such as a test runner's, would build React for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Refusal(`The build failed:\n${stdout}${stderr}`.trim());
  return join(ROOT, '.output', name === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
}
