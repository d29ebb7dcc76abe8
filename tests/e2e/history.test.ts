import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { openCard, whenClosed } from './support/card';
import { launch } from './support/launch';
import { paintedWords, settle } from './support/marks';
import { article, type FixtureServer, startServer } from './support/server';
import { setSite, whenBare, whenPainted, whenRegistered } from './support/site';

const HOST = 'site.localhost';
/** Tells, in the page itself, that it came out of the browser's cache: then nothing of it was loaded anew. */
const WATCH = `<script>addEventListener('pageshow', ({ persisted }) => { document.documentElement.dataset.cached = persisted; });</script>`;

let browser: Driver;
let server: FixtureServer;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  server.put('/one', article('<p>And a tokenizer.</p>', WATCH));
  server.put('/two', article('<p>And prompt injection.</p>', WATCH));
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Goes a step in the tab's history, and waits for the page to come out of the cache there. */
async function step(by: -1 | 1, path: string): Promise<void> {
  await page.evaluate((steps: number) => setTimeout(() => history.go(steps)), by).catch(() => {});
  const isBack = () =>
    page
      .evaluate(() => [location.pathname, document.documentElement.dataset.cached] as const)
      .catch(() => ['', undefined] as const);
  await until(async () => (await isBack())[0] === path, { what: `${path} to be back` });
  await until(async () => (await isBack())[1] === 'true', { what: `${path} to have come out of the cache` });
}

describe('back and forward', () => {
  it('show the marks that were there, each once, and the card opens', async () => {
    page = await browser.open(server.url('/one', HOST));
    const counts = { '/one': await settle(page), '/two': 0 };
    const words = { '/one': await paintedWords(page), '/two': [] as string[] };
    expect(words['/one']).toContain('tokenizer');
    await openCard(page, 'pre-training');
    await page.goto(server.url('/two', HOST));
    counts['/two'] = await settle(page);
    words['/two'] = await paintedWords(page);
    expect(words['/two']).toContain('prompt injection');
    for (const [by, path] of [
      [-1, '/one'],
      [1, '/two'],
      [-1, '/one'],
    ] as const) {
      await step(by, path);
      // The card that was open when the page was left may be there still, or have closed: never two of them.
      await page.press('Escape');
      await whenClosed(page);
      expect(await settle(page)).toBe(counts[path]);
      expect(await paintedWords(page)).toEqual(words[path]);
      await page.move(2, 2);
      expect(await openCard(page, 'pre-training')).toBe('Pre-training');
      expect(await page.evaluate(() => document.querySelectorAll('ai-gloss-card').length)).toBe(1);
      await page.press('Escape');
      await whenClosed(page);
    }
    expect(await page.errors()).toEqual([]);
  });

  it('go by what was switched meanwhile', async () => {
    await page.goto(server.url('/one', HOST));
    await settle(page);
    await page.goto(server.url('/two', HOST));
    await settle(page);
    await setSite(browser, HOST, false);
    await whenBare(page);
    await whenRegistered(browser, HOST, true);
    await step(-1, '/one');
    await whenBare(page);
    await setSite(browser, HOST, true);
    await whenPainted(page);
    await step(1, '/two');
    await whenPainted(page);
  });
});
