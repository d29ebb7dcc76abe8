import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { cardName, hasHost, spotInCard, whenClosed } from './support/card';
import { launch } from './support/launch';
import { paintedAt, settle } from './support/marks';
import { spotOf } from './support/pointer';
import { article, type FixtureServer, startServer } from './support/server';

let browser: Driver;
let server: FixtureServer;

beforeAll(async () => {
  server = await startServer();
  server.put(
    '/page',
    article('<p>Read on about <a href="/there">fine-tuning</a> and the tokenizer.</p><p id="plain">Nothing here.</p>'),
  );
  server.put('/there', '<!doctype html><title>There</title><h1>There</h1>');
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it('a tap on a marked word opens its card, one on another word that one’s, and one beside closes it', async () => {
  const page = await browser.open(server.url('/page'));
  expect(await settle(page)).toBeGreaterThan(4);
  const tap = async (text: string) => {
    const { x, y } = await spotOf(page, text);
    await page.tap(x, y);
  };
  // The first brings the scripts for it, the second finds them there.
  await tap('pre-training');
  expect(await cardName(page)).toBe('Pre-training');
  await tap('tokenizer');
  await until(async () => (await cardName(page)) === 'Tokenizer', { what: 'the card of the other word' });
  expect(await page.evaluate(() => document.querySelectorAll('ai-gloss-card').length)).toBe(1);
  // Inside the card a tap is the card's.
  const { x, y } = await spotInCard(page, 'How it works');
  await page.tap(x, y);
  expect(await hasHost(page)).toBe(true);
  await tap('Nothing here');
  await whenClosed(page);
  expect(await page.errors()).toEqual([]);
  await page.close();
});

it('a tap on a word that is no mark opens nothing', async () => {
  const page = await browser.open(server.url('/page'));
  await settle(page);
  const { x, y } = await spotOf(page, 'Nothing here');
  await page.tap(x, y);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await hasHost(page)).toBe(false);
  await page.close();
});

it('a marked link stays a link', async () => {
  const page = await browser.open(server.url('/page'));
  await settle(page);
  expect(await paintedAt(page, 'fine-tuning')).toBe(true);
  const { x, y } = await spotOf(page, 'fine-tuning');
  await page.tap(x, y);
  await until(() => page.evaluate(() => location.pathname === '/there').catch(() => false), {
    what: 'the link to be followed',
  });
  await page.close();
});
