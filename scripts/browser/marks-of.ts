import type { DecidedMark } from '../../messaging/page-handle.ts';
import type { Driver } from './driver.ts';
import { openAddress } from './open-with-extension.ts';
import { until } from './poll.ts';
import { readMarks } from './read-marks.ts';

export const DENSITIES = ['section', 'page', 'every'] as const;
export type Density = (typeof DENSITIES)[number];

/** Stores the reader's setting as the options page does. */
export async function setDensity(driver: Driver, density: Density): Promise<void> {
  await driver.evaluate(async (value: string) => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings ?? {}), version: 1, density: value } });
  }, density);
}

/** Opens an address in a tab of its own and gives every mark that the extension decided on there, its frames' too. */
export async function marksOf(
  driver: Driver,
  address: string,
  named: string,
): Promise<(DecidedMark & { frame?: string })[]> {
  const page = await openAddress(driver, address, named);
  try {
    // The script is registered when the background first runs: a page that was faster is loaded again.
    if (!(await page.hasExtension())) {
      const scripts = () => driver.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
      await until(scripts, { what: 'the content script to be registered' });
      await page.reload();
    }
    const frames = await readMarks(page, named);
    return frames.flatMap(({ frame, marks }, i) => marks.map((mark) => (i ? { ...mark, frame: frame.url } : mark)));
  } finally {
    await page.close();
  }
}
