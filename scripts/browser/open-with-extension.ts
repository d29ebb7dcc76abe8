import { LEAST_BROWSERS } from '../build/least-browsers.ts';
import { build } from '../lib/build.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Driver, Page } from './driver.ts';
import { type BrowserName, type FoundBrowser, findBrowser } from './find.ts';
import { launch } from './launch.ts';

export interface Opened {
  found: FoundBrowser;
  driver: Driver;
}

/** Finds or installs the browser, builds, and starts it with the extension running in it. */
export async function openWithExtension(name: BrowserName, headless: boolean): Promise<Opened> {
  const found = await findBrowser(name, LEAST_BROWSERS[name]);
  const extension = build(name);
  try {
    return { found, driver: await launch(name, { path: found.path, extension, headless }) };
  } catch (error) {
    throw new Refusal(`${found.path} did not start with the extension in it: ${(error as Error).message}`);
  }
}

/** Opens an address; one that cannot be reached, or answers with an error, is a Refusal that names it. */
export async function openAddress(driver: Driver, address: string, named = address): Promise<Page> {
  let page: Page;
  try {
    page = await driver.open(address);
  } catch (error) {
    const { message } = error as Error;
    const code = /net::\w+|e=(\w+)/.exec(message);
    throw new Refusal(
      `${named} cannot be opened (${code?.[1] ?? code?.[0] ?? message}): check the address and the network.`,
    );
  }
  const status = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation?.responseStatus ?? 0;
  });
  if (status >= 400) throw new Refusal(`${named} answers with status ${status}: there is no such page.`);
  return page;
}
