import { expect } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../reader/settings';
import { switchSite } from '../../../reader/switch-site';
import type { Driver, Page } from '../../../scripts/browser/driver';
import { until } from '../../../scripts/browser/poll';
import { paintedIn } from './marks';

/** Changes the stored settings. */
export async function changeSettings(browser: Driver, change: (now: Settings) => Settings): Promise<void> {
  const now = await browser.evaluate(async () => (await chrome.storage.local.get('settings')).settings ?? null);
  const settings = change({ ...DEFAULT_SETTINGS, ...(now as Settings | null) });
  await browser.evaluate((next: object) => chrome.storage.local.set({ settings: next }), settings);
}

/** Switches a site off or on, as the popup does. */
export const setSite = (browser: Driver, host: string, on: boolean): Promise<void> =>
  changeSettings(browser, (now) => switchSite(now, host, on));

/** Presses the switch in the toolbar popup over the page, and gives whose site the popup says it is. */
export async function pressSwitch(browser: Driver, page: Page, on: boolean): Promise<string> {
  await page.show();
  const popup = await browser.openPopup();
  const press = () =>
    popup.evaluate(() => {
      const control = document.querySelector<HTMLElement>('[role=switch]');
      control?.click();
      return control ? document.querySelector('h1')!.textContent : '';
    });
  const title = await until(press, { what: 'the switch' });
  await (on ? whenPainted : whenBare)(page);
  await popup.close();
  return title;
}

export const whenPainted = (page: Page) => until(() => paintedIn(page).catch(() => 0), { what: 'marks' });
export const whenBare = (page: Page) => until(async () => (await paintedIn(page)) === 0, { what: 'the marks to go' });

/** Off is registered with the browser a moment after it is stored: what is loaded from then on gets no script. */
export const whenRegistered = (browser: Driver, host: string, off: boolean) =>
  until(
    () =>
      browser.evaluate(
        async (site: string, isOff: boolean) => {
          const scripts = await chrome.scripting.getRegisteredContentScripts();
          return scripts.some(({ excludeMatches }) => excludeMatches?.some((match) => match.includes(site))) === isOff;
        },
        host,
        off,
      ),
    { what: 'the registration to follow' },
  );

/**
 * Waits until a new tab of an address gets no script of ours. What is registered is told a moment before new documents
 * go by it.
 */
export const whenAbsent = (browser: Driver, url: string) =>
  until(
    async () => {
      const fresh = await browser.open(url);
      const isAbsent = !(await fresh.hasExtension());
      await fresh.close();
      return isAbsent;
    },
    { what: 'a document without our scripts', timeoutMs: 5_000 },
  );

/**
 * No script of ours runs in a new tab of the page's address, nor in the page's own next document. There Chromium keeps an empty
 * world under our name over a reload, so that what scripts of ours leave there is looked for.
 */
export async function expectNothingAfterReload(browser: Driver, page: Page): Promise<void> {
  await whenAbsent(browser, page.url);
  await page.reload();
  const traces = () => Object.getOwnPropertyNames(globalThis).filter((name) => name.startsWith('aiGloss'));
  expect(await page.evaluateInExtension(traces).catch(() => [])).toEqual([]);
  expect(await paintedIn(page)).toBe(0);
}
