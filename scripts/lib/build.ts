import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../browser/find.ts';
import { Refusal } from './refusal.ts';
import { ROOT } from './setup.mjs';

export interface Built {
  /** Folder of the unpacked extension. */
  folder: string;
  version: string;
  /** The oldest browser that its manifest allows. */
  leastBrowser: string;
}

/** Builds the package for a browser (a second's work, so always). Throws a Refusal with the build's own words. */
export function build(name: BrowserName): Built {
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const target = name === 'firefox' ? ['-b', 'firefox'] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build', ...target], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Refusal(`The build failed:\n${stdout}${stderr}`.trim());
  return readBuilt(name);
}

/** What stands below .output/ for a browser. */
export function readBuilt(name: BrowserName): Built {
  const folder = join(ROOT, '.output', name === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const leastBrowser = manifest.browser_specific_settings?.gecko.strict_min_version ?? manifest.minimum_chrome_version;
  return { folder, version: manifest.version, leastBrowser };
}
