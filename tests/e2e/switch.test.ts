import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../reader/settings';
import { switchSite } from '../../reader/switch-site';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { launch } from './support/launch';
import { paintedIn, settle } from './support/marks';
import { article, type FixtureServer, startServer } from './support/server';

const HOST = 'site.localhost';
const OTHER = 'other.localhost';

let browser: Driver;
let server: FixtureServer;

beforeAll(async () => {
  server = await startServer();
  server.put('/one', article());
  server.put('/two', article('<p>And more on prompt injection.</p>'));
  server.put('/framed', article(`<iframe src="${server.url('/one', OTHER)}" width="600" height="300"></iframe>`));
  browser = await launch({ isKept: true });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function setSite(host: string, on: boolean): Promise<void> {
  const now = await browser.evaluate(async () => (await chrome.storage.local.get('settings')).settings ?? null);
  const settings = switchSite({ ...DEFAULT_SETTINGS, ...(now as Settings | null) }, host, on);
  await browser.evaluate((next: object) => chrome.storage.local.set({ settings: next }), settings);
}

const whenPainted = (page: Page) => until(() => paintedIn(page).catch(() => 0), { what: 'marks' });
const whenBare = (page: Page) => until(async () => (await paintedIn(page)) === 0, { what: 'the marks to go' });

/** Off is registered with the browser a moment after it is stored: what is loaded from then on gets no script. */
const whenRegistered = (host: string, off: boolean) =>
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
 * No script of ours runs in the next document of a tab, nor in one of a new tab. In the old tab Chromium keeps an empty
 * world under our name over a reload, so that what scripts of ours leave there is looked for.
 */
async function expectNothingAfterReload(page: Page): Promise<void> {
  await page.reload();
  const traces = () => Object.getOwnPropertyNames(globalThis).filter((name) => name.startsWith('aiGloss'));
  expect(await page.evaluateInExtension(traces).catch(() => [])).toEqual([]);
  expect(await paintedIn(page)).toBe(0);
  const fresh = await browser.open(page.url);
  expect(await fresh.hasExtension()).toBe(false);
  await fresh.close();
}

describe('the site switch', () => {
  it('acts in every tab of the host at once, and keeps our scripts out of its next documents', async () => {
    const one = await browser.open(server.url('/one', HOST));
    const two = await browser.open(server.url('/two', HOST));
    expect(await settle(two)).toBeGreaterThan(3);
    await one.show();
    expect(await settle(one)).toBeGreaterThan(3);
    const elsewhere = await browser.open(server.url('/one', OTHER));
    expect(await settle(elsewhere)).toBeGreaterThan(3);

    await setSite(HOST, false);
    await Promise.all([whenBare(one), whenBare(two)]);
    expect(await paintedIn(elsewhere)).toBeGreaterThan(3);
    await whenRegistered(HOST, true);
    await one.show();
    await expectNothingAfterReload(one);
    const sub = await browser.open(server.url('/one', `sub.${HOST}`));
    expect(await sub.hasExtension()).toBe(false);
    await sub.close();
    await elsewhere.close();

    await setSite(HOST, true);
    // Neither tab is loaded again, and the first has no script of ours.
    await one.show();
    await whenPainted(one);
    await two.show();
    await whenPainted(two);
    await one.close();
    await two.close();
  });

  it('turns a host on again without reload while the background is dead', async () => {
    await setSite(HOST, false);
    await whenRegistered(HOST, true);
    const page = await browser.open(server.url('/one', HOST));
    expect(await page.hasExtension()).toBe(false);
    await browser.killWorker();
    // A page of the extension's, as the popup is, writes the setting while nobody else is awake.
    const options = await browser.openExtensionPage('options.html');
    await options.evaluate(async (key: string) => {
      await chrome.storage.local.remove(key);
    }, 'settings');
    await options.close();
    await page.show();
    await whenPainted(page);
    await page.close();
  });

  it('of the top page decides for frames of other hosts', async () => {
    const page = await browser.open(server.url('/framed', HOST));
    expect(await settle(page)).toBeGreaterThan(3);
    const inFrame = async () => (await page.frames()).find(({ url }) => url.includes(OTHER))!;
    expect(await until(async () => paintedIn(await inFrame()), { what: 'marks in the frame' })).toBeGreaterThan(0);
    await setSite(HOST, false);
    await whenBare(page);
    await until(async () => (await paintedIn(await inFrame())) === 0, { what: 'the frame to follow' });
    await whenRegistered(HOST, true);
    await expectNothingAfterReload(page);
    await until(async () => (await inFrame()) !== undefined, { what: 'the frame' });
    expect(await paintedIn(await inFrame())).toBe(0);
    await page.close();
  });

  it('survives a restart of the browser', async () => {
    await browser.restart();
    const off = await browser.open(server.url('/one', HOST));
    const on = await browser.open(server.url('/one', OTHER));
    expect(await settle(on)).toBeGreaterThan(3);
    expect(await off.hasExtension()).toBe(false);
    await setSite(HOST, true);
    await off.show();
    await whenPainted(off);
  });

  it('knows addresses and odd names', async () => {
    await setSite('127.0.0.1', false);
    await setSite('b\u00fccher.localhost', false);
    await whenRegistered('127.0.0.1', true);
    const off = await browser.open(server.url('/one'));
    expect(await off.hasExtension()).toBe(false);
    const on = await browser.open(server.url('/one', OTHER));
    expect(await settle(on)).toBeGreaterThan(3);
  });
});
