import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { audit } from './support/audit';
import { launch, ROOT } from './support/launch';
import { paintedIn, settle } from './support/marks';
import { type FixtureServer, startServer } from './support/server';

let browser: Driver;
let server: FixtureServer;
let article: Page;

beforeAll(async () => {
  server = await startServer();
  server.mount('/demo/', join(ROOT, 'demo'));
  browser = await launch();
  article = await browser.open(server.url('/demo/article.html'));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const has = async (page: Page, role: string, name: string | RegExp) =>
  (await page.accessibility()).some((node) => node.role === role && node.name.match(name) !== null);

describe('the popup over the demo article', () => {
  it('lists the terms of the page with their counts, and has the switch', async () => {
    expect(await settle(article)).toBeGreaterThan(5);
    const popup = await browser.openPopup();
    await until(() => has(popup, 'button', /^Show Pre-training on the page, \d+ mentions?$/), {
      what: 'the terms of the page',
    });
    const tree = await popup.accessibility();
    expect(
      tree.filter(({ role, name }) => role === 'button' && /^Show .+ on the page, \d+ mention/.test(name)).length,
    ).toBeGreaterThan(35);
    expect(tree.some(({ role, name }) => role === 'switch' && name === 'Explain terms on this site')).toBe(true);
  });

  it('finds an entry in spite of a slip, and opens it by keys', async () => {
    const popup = await browser.openExtensionPage('popup.html');
    await until(() => has(popup, 'combobox', 'Search the glossary'), { what: 'the search box' });
    await popup.type('halucination');
    const first = () =>
      popup.evaluate(() => document.querySelector('[role=option]')?.firstElementChild?.textContent ?? '');
    await until(async () => (await first()) === 'Hallucination', { what: 'Hallucination as the first result' });
    await popup.press('Enter');
    await until(() => has(popup, 'heading', /^Hallucination$/), { what: 'the entry' });
    await popup.press('Escape');
    await until(async () => (await first()) === 'Hallucination', { what: 'the list again' });
    expect(await popup.errors()).toEqual([]);
    await popup.close();
  });

  it('switches the site off and on', async () => {
    await article.show();
    const popup = await browser.openPopup();
    const press = () => popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')!.click());
    await until(() => popup.evaluate(() => document.querySelector('[role=switch]') !== null), { what: 'the switch' });
    await press();
    await until(async () => (await paintedIn(article)) === 0, { what: 'the marks to go' });
    await press();
    await until(async () => (await paintedIn(article)) > 5, { what: 'the marks to come back' });
  });
});

describe('axe', () => {
  for (const path of ['popup.html', 'options.html']) {
    it(`finds nothing in ${path}, and a planted button without a name`, async () => {
      const page = await browser.openExtensionPage(path);
      await until(() => page.evaluate(() => document.querySelectorAll('button, input').length > 2), {
        what: 'its controls',
      });
      const { broken, kept } = await audit(page);
      expect(broken).toEqual([]);
      expect(kept).toBeGreaterThanOrEqual(20);
      await page.evaluate(() => void document.querySelector('main, body')!.append(document.createElement('button')));
      expect((await audit(page)).broken.join()).toMatch(/^button-name/);
      await page.close();
    });
  }
});
