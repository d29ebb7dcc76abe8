import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { browserName, launch } from './support/launch';
import { settle } from './support/marks';
import { article, type FixtureServer, startServer } from './support/server';
import { whenPainted } from './support/site';

/** The reader narrows, in the browser's own pages, what AI Gloss may read: to nothing, to one host, and not at all. */
let browser: Driver;
let server: FixtureServer;
let options: Page;
beforeAll(async () => {
  server = await startServer();
  server.put('/page', article());
  browser = await launch();
  const page = await browser.open(server.url('/page', 'a.localhost'));
  expect(await settle(page)).toBeGreaterThan(3);
  await page.close();
  options = await browser.openExtensionPage('options.html');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const says = (page: Page, words: string | RegExp) =>
  until(async () => (await page.evaluate(() => document.body.textContent)).match(words) !== null, {
    what: `the page to say “${words}”`,
  });
const HOW = {
  chromium: /right-click the AI Gloss icon/,
  firefox: /“Permissions”, “Access your data for all websites”/,
};
const isMarked = (page: Page) => page.hasExtension().catch(() => false);

it('without any access: no page is read, popup and options say so and how to change it', async () => {
  await browser.setAccess({ hosts: [] });
  await says(options, 'The browser lets AI Gloss read only some sites, so it marks no terms on the others.');
  await says(options, HOW[browserName]);
  await says(options, 'Allow on all sites');
  const page = await browser.open(server.url('/page', 'a.localhost'));
  expect(await isMarked(page)).toBe(false);
  const popup = await browser.openPopup();
  await says(popup, 'AI Gloss has no access to this page.');
  await says(popup, 'Allow on all sites');
  await says(popup, /right-click the AI Gloss icon and look for its site access/);
  await popup.close();

  await browser.setAccess('all');
  await options.show();
  await says(options, 'AI Gloss may read all sites');
  // The page was open before, and is not loaded again.
  await page.show();
  await whenPainted(page);
  await page.close();
});

it('with access to one host: that is marked, and elsewhere the popup says what is missing', async () => {
  await browser.setAccess({ hosts: ['a.localhost'] });
  await says(options, 'The browser lets AI Gloss read only some sites');
  const there = await browser.open(server.url('/page', 'a.localhost'));
  expect(await settle(there)).toBeGreaterThan(3);
  let popup = await browser.openPopup();
  await says(popup, /\d+ terms here/);
  await popup.close();
  const elsewhere = await browser.open(server.url('/page', 'b.localhost'));
  expect(await isMarked(elsewhere)).toBe(false);
  popup = await browser.openPopup();
  await says(popup, 'AI Gloss has no access to this page.');
  await popup.close();
  await browser.setAccess('all');
  await elsewhere.show();
  await whenPainted(elsewhere);
  for (const page of [there, elsewhere, options]) expect(await page.errors()).toEqual([]);
});
