import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { launch } from './support/launch';
import { paintedIn, settle } from './support/marks';
import { article, type FixtureServer, startServer } from './support/server';
import { expectNothingAfterReload, setSite, whenBare, whenPainted, whenRegistered } from './support/site';

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

describe('the site switch', () => {
  it('acts in every tab of the host at once, and keeps our scripts out of its next documents', async () => {
    const one = await browser.open(server.url('/one', HOST));
    const two = await browser.open(server.url('/two', HOST));
    expect(await settle(two)).toBeGreaterThan(3);
    await one.show();
    expect(await settle(one)).toBeGreaterThan(3);
    const elsewhere = await browser.open(server.url('/one', OTHER));
    expect(await settle(elsewhere)).toBeGreaterThan(3);

    await setSite(browser, HOST, false);
    await Promise.all([whenBare(one), whenBare(two)]);
    expect(await paintedIn(elsewhere)).toBeGreaterThan(3);
    await whenRegistered(browser, HOST, true);
    await one.show();
    await expectNothingAfterReload(browser, one);
    const sub = await browser.open(server.url('/one', `sub.${HOST}`));
    expect(await sub.hasExtension()).toBe(false);
    await sub.close();
    await elsewhere.close();

    await setSite(browser, HOST, true);
    // Neither tab is loaded again, and the first has no script of ours.
    await one.show();
    await whenPainted(one);
    await two.show();
    await whenPainted(two);
    await one.close();
    await two.close();
  });

  it('turns a host on again without reload while the background is dead', async () => {
    await setSite(browser, HOST, false);
    await whenRegistered(browser, HOST, true);
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
    await setSite(browser, HOST, false);
    await whenBare(page);
    await until(async () => (await paintedIn(await inFrame())) === 0, { what: 'the frame to follow' });
    await whenRegistered(browser, HOST, true);
    await expectNothingAfterReload(browser, page);
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
    await setSite(browser, HOST, true);
    await off.show();
    await whenPainted(off);
  });
});
