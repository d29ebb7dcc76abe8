import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { openCard, pressInCard, whenCardSays, whenClosed } from './support/card';
import { launch, ROOT } from './support/launch';
import { settle } from './support/marks';
import { type Recorder, startRecorder } from './support/proxy';
import { type FixtureServer, startServer } from './support/server';

/**
 * What Chromium asks on its own account in spite of every switch against it, with or without our extension: its clock,
 * its component updater, its sign-in. Firefox, as we start it, asks nothing.
 */
const BROWSERS_OWN = /^\w+ (http:\/\/)?(update\.googleapis|clients2\.google|accounts\.google)\.com(:443$|\/)/;

let browser: Driver;
let server: FixtureServer;
let recorder: Recorder;

beforeAll(async () => {
  server = await startServer();
  server.mount('/demo/', join(ROOT, 'demo'));
  recorder = await startRecorder();
  browser = await launch({ proxyPort: recorder.port });
});
afterAll(async () => {
  await browser?.close();
  await recorder?.close();
  await server?.close();
});

it('the whole browser asks for the page and nothing else, while everything of ours works', async () => {
  const page = await browser.open(server.url('/demo/article.html'));
  expect(await settle(page)).toBeGreaterThan(5);
  await openCard(page, 'pre-training');
  await pressInCard(page, 'Next-token prediction');
  await whenCardSays(page, 'Back to Pre-training');
  await page.press('Escape');
  await whenClosed(page);
  await browser.killWorker();
  for (const path of ['popup.html', 'options.html']) {
    const ours = await browser.openExtensionPage(path);
    await until(() => ours.evaluate(() => document.querySelectorAll('button, input').length > 2), { what: path });
    if (path === 'popup.html') {
      await ours.type('attention');
      await until(() => ours.evaluate(() => document.querySelector('[role=option]') !== null), { what: 'results' });
    }
    await ours.close();
  }
  const allowed = ['/demo/article.html', '/demo/frame.html', '/favicon.ico'].map((path) => `GET ${server.url(path)}`);
  expect(recorder.requests).toContain(allowed[0]);
  expect(recorder.requests).toContain(allowed[1]);
  expect(recorder.requests.filter((request) => !allowed.includes(request) && !BROWSERS_OWN.test(request))).toEqual([]);
});

it('a planted request is on the record', async () => {
  const page = await browser.open(server.url('/demo/article.html'));
  await page.evaluate(() => void fetch('/planted').catch(() => {}));
  await until(() => recorder.requests.some((request) => request.endsWith('/planted')), { what: 'the planted request' });
});

it('neither the background nor a page of ours can reach the network', async () => {
  const before = recorder.requests.length;
  const target = server.url('/planted-in-extension');
  const answers = await browser.evaluate(
    (url: string) =>
      fetch(url).then(
        () => 'reached',
        () => 'barred',
      ),
    target,
  );
  expect(answers).toBe('barred');
  expect(recorder.requests.slice(before).filter((request) => request.includes('planted-in-extension'))).toEqual([]);
});
