import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../../../scripts/browser/chromium/launch';
import type { BrowserRequest, Driver, LaunchOptions } from '../../../scripts/browser/driver';
import { type BrowserName, findBrowser } from '../../../scripts/browser/find';
import { launchFirefox } from '../../../scripts/browser/firefox/launch';
import { strayRequests } from './traffic';

export const ROOT = join(import.meta.dirname, '../../..');

/** The browser that this run is about: AI_GLOSS_BROWSER, else Chromium. */
export const browserName: BrowserName = process.env.AI_GLOSS_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** The extension under test: AI_GLOSS_BUILD names a folder, such as an unpacked archive of the store's. */
export const BUILD =
  process.env.AI_GLOSS_BUILD ?? join(ROOT, '.output', browserName === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');

export interface Wishes extends Pick<LaunchOptions, 'proxyPort' | 'isKept' | 'isAllowedPrivately'> {
  /** Another folder than the build's; false: a browser without our extension, to compare with. */
  extension?: string | false;
  /** Given every request of the browser when it has ended. Else one that may be the extension's is an error. */
  onRequests?: LaunchOptions['onRequests'];
}

/** Starts the browser of this run, headless, with the built extension in it. */
export async function launch({
  extension = BUILD,
  onRequests = refuseStray,
  ...options
}: Wishes = {}): Promise<Driver> {
  const folder = extension || BUILD;
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) throw new Error('No build is there: run `npm run test:e2e`, which makes one');
  const { minimum_chrome_version, browser_specific_settings } = JSON.parse(readFileSync(manifest, 'utf8'));
  const least = browser_specific_settings?.gecko.strict_min_version ?? minimum_chrome_version;
  const { path } = await findBrowser(browserName, least);
  const start = browserName === 'firefox' ? launchFirefox : launchChromium;
  return start({ ...options, onRequests, path, headless: true, extension: extension || undefined });
}

function refuseStray(requests: BrowserRequest[]): void {
  const stray = strayRequests(requests);
  if (stray.length) throw new Error(`Something asked the network that is no page of the tests:\n${stray.join('\n')}`);
}
