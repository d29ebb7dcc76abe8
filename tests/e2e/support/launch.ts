import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../../../scripts/browser/chromium/launch';
import type { Driver, LaunchOptions } from '../../../scripts/browser/driver';
import { type BrowserName, findBrowser } from '../../../scripts/browser/find';
import { launchFirefox } from '../../../scripts/browser/firefox/launch';

export const ROOT = join(import.meta.dirname, '../../..');

/** The browser that this run is about: AI_GLOSS_BROWSER, else Chromium. */
export const browserName: BrowserName = process.env.AI_GLOSS_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** The extension under test: AI_GLOSS_BUILD names a folder, such as an unpacked archive of the store's. */
const build =
  process.env.AI_GLOSS_BUILD ?? join(ROOT, '.output', browserName === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');

export interface Wishes extends Pick<LaunchOptions, 'proxyPort' | 'isKept'> {
  /** False: a browser without our extension, to compare with. */
  extension?: boolean;
}

/** Starts the browser of this run, headless, with the built extension in it. */
export async function launch({ extension = true, ...options }: Wishes = {}): Promise<Driver> {
  const manifest = join(build, 'manifest.json');
  if (!existsSync(manifest)) throw new Error('No build is there: run `npm run test:e2e`, which makes one');
  const { minimum_chrome_version, browser_specific_settings } = JSON.parse(readFileSync(manifest, 'utf8'));
  const least = browser_specific_settings?.gecko.strict_min_version ?? minimum_chrome_version;
  const { path } = await findBrowser(browserName, least);
  const start = browserName === 'firefox' ? launchFirefox : launchChromium;
  return start({ ...options, path, headless: true, extension: extension ? build : undefined });
}
