import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { launch } from './support/launch';
import { paintedWords, settle } from './support/marks';
import { FRAMEWORKS, LAST_TEXT, putFrameworks, redraw } from './support/redraw';
import { type FixtureServer, startServer } from './support/server';

let browser: Driver;
let server: FixtureServer;

beforeAll(async () => {
  server = await startServer();
  await putFrameworks(server);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it.each(FRAMEWORKS)('%s draws its text anew, again and again, under marks', async (name) => {
  const { page, fewest, text, errors } = await redraw(browser, server, name);
  expect(fewest).toBeGreaterThan(1);
  expect(text).toEqual(LAST_TEXT);
  expect(errors).toEqual([]);
  expect(await settle(page)).toBeGreaterThan(4);
  // What is marked is what stands there now.
  await until(async () => (await paintedWords(page)).includes('fine-tuning'), { what: 'the last text to be marked' });
  expect(await page.errors()).toEqual([]);
  await page.close();
});
