import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { cardNodes, openCard, pressInCard, whenCardSays } from './support/card';
import { launch } from './support/launch';
import { settle } from './support/marks';
import { article, type FixtureServer, startServer } from './support/server';
import { changeSettings, pressSwitch, whenBare, whenPainted } from './support/site';

/** Names that occur nowhere else, so that a trace of them is one. */
const SECRET = 'quokka-private.localhost';
const OPEN = 'wombat-public.localhost';

let browser: Driver;
let server: FixtureServer;

beforeAll(async () => {
  server = await startServer();
  server.put('/page', article());
  browser = await launch({ isAllowedPrivately: true });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Everything that the extension has stored, as the extension sees it. */
const stored = () => browser.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
const inMemory = () => browser.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));

/** Files of the profile that hold a word, as their bytes stand. */
function filesWith(word: string): string[] {
  const look = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      try {
        const entry = statSync(path);
        if (entry.isDirectory()) return look(path);
        if (!entry.isFile()) return [];
        const bytes = readFileSync(path);
        return bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')) ? [path] : [];
      } catch {
        // The browser is running: files come and go.
        return [];
      }
    });
  // The record of the network is the test's own.
  return look(browser.profile).filter((path) => !path.endsWith('net-log.json'));
}

async function openQuestion(page: Page): Promise<void> {
  await openCard(page, 'pre-training');
  const question = (await cardNodes(page)).find((node) => node.role === 'button' && node.name.endsWith('?'))!;
  await pressInCard(page, question.name);
  await whenCardSays(page, /1 of \d explored/);
}

describe('from a private window', () => {
  it('nothing is stored of a switched site, nor of a question that was opened', async () => {
    const before = await stored();
    const page = await browser.openPrivate(server.url('/page', SECRET));
    expect(await settle(page)).toBeGreaterThan(3);
    await openQuestion(page);
    await page.press('Escape');
    await pressSwitch(browser, page, false);
    // Known while the window is open, to all of them, and in memory alone.
    expect(await inMemory()).toContain(SECRET);
    const another = await browser.openPrivate(server.url('/page', SECRET));
    await whenBare(another);
    await another.close();
    await page.close();
    await until(async () => !(await inMemory()).includes(SECRET), { what: 'the browser to forget' });
    expect(await stored()).toBe(before);
    expect(filesWith(SECRET)).toEqual([]);

    const later = await browser.openPrivate(server.url('/page', SECRET));
    expect(await settle(later)).toBeGreaterThan(3);
    await later.close();
  });

  it('nothing is on disk of a site that is on there alone, not even in the list of scripts', async () => {
    await changeSettings(browser, (now) => ({ ...now, mode: 'chosen' }));
    try {
      const page = await browser.openPrivate(server.url('/page', SECRET));
      expect(await page.hasExtension()).toBe(false);
      await pressSwitch(browser, page, true);
      await page.reload();
      await whenPainted(page);
      const scripts = await browser.evaluate(async () =>
        JSON.stringify(await chrome.scripting.getRegisteredContentScripts()),
      );
      expect(scripts).toContain(SECRET);
      expect(filesWith(SECRET)).toEqual([]);
      await page.close();
      await until(async () => !(await inMemory()).includes(SECRET), { what: 'the browser to forget' });
      expect(await stored()).not.toContain(SECRET);
      expect(filesWith(SECRET)).toEqual([]);
    } finally {
      await changeSettings(browser, (now) => ({ ...now, mode: 'everywhere' }));
    }
  });
});

it('what is done in a window that is not private is found by the same search', async () => {
  const page = await browser.open(server.url('/page', OPEN));
  expect(await settle(page)).toBeGreaterThan(3);
  await openQuestion(page);
  await page.press('Escape');
  await pressSwitch(browser, page, false);
  const now = await stored();
  expect(now).toContain(OPEN);
  expect(now).toContain('"explored":{"pre-training":[0]}');
  await until(() => filesWith(OPEN).length, { what: 'a file with the name' });
});
