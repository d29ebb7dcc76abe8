import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import {
  cardName,
  cardNodes,
  cardText,
  hasHost,
  openCard,
  pressInCard,
  spotInCard,
  whenCardSays,
  whenClosed,
} from './support/card';
import { launch, ROOT } from './support/launch';
import { marksOf, settle } from './support/marks';
import { spotOf } from './support/pointer';
import { type FixtureServer, startServer } from './support/server';

let browser: Driver;
let server: FixtureServer;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  server.mount('/demo/', join(ROOT, 'demo'));
  browser = await launch();
  page = await browser.open(server.url('/demo/article.html'));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('the demo article', () => {
  it('is marked, in its frame too', async () => {
    expect(await settle(page)).toBeGreaterThan(5);
    const marks = await marksOf(page);
    expect(new Set(marks.map(({ id }) => id)).size).toBeGreaterThanOrEqual(40);
    await spotOf(page, 'A shorter piece');
    const [, frame] = await page.frames();
    expect(await settle(frame!)).toBeGreaterThan(2);
  });

  it('marks no word that is meant otherwise', async () => {
    const everyday = await page.evaluate(() => {
      const texts = [];
      for (
        let at = document.getElementById('words')!.nextElementSibling!;
        at.matches('p:not(.note)');
        at = at.nextElementSibling!
      ) {
        texts.push(at.textContent!);
      }
      return texts;
    });
    expect(everyday).toHaveLength(2);
    const all = await page.evaluateInExtension(() =>
      globalThis
        .aiGlossEngine!.highlighter.mentions()
        .filter(({ chosen }) => chosen)
        .map(({ nodes, from }) => {
          const text = nodes[0]!;
          return {
            paragraph: text.parentElement!.closest('p')?.textContent ?? '',
            around: text.data.slice(Math.max(0, from - 30), from + 30),
          };
        }),
    );
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter(({ paragraph }) => everyday.includes(paragraph)).map(({ around }) => around)).toEqual([]);
  });
});

describe('a card', () => {
  it('opens after the rest of the pointer, and Escape closes it', async () => {
    expect(await openCard(page, 'pre-training')).toBe('Pre-training');
    const nodes = await cardNodes(page);
    expect(nodes.filter(({ role }) => role === 'heading').map(({ name }) => name)).toContain('Pre-training');
    expect(await cardText(page)).toMatch(/first and largest stage|predict/i);
    await page.press('Escape');
    await whenClosed(page);
  });

  it('does not open under a pointer that only passes', async () => {
    const { x, y } = await spotOf(page, 'next-token prediction');
    await page.move(x - 300, y);
    await page.move(x + 300, y, { steps: 20, ms: 160 });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await hasHost(page)).toBe(false);
  });

  it('stays while the pointer travels into it, and goes when that leaves', async () => {
    await openCard(page, 'pre-training');
    const { x, y } = await spotInCard(page, 'Keep open');
    await page.move(x, y, { steps: 12, ms: 400 });
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await hasHost(page)).toBe(true);
    await page.move(4, 4, { steps: 6, ms: 120 });
    await whenClosed(page);
  });

  it('reveals answers, counts them, and opens related terms inside', async () => {
    await openCard(page, 'pre-training');
    const question = (await cardNodes(page)).find(
      ({ role, expanded, name }) => role === 'button' && expanded === false && name.endsWith('?'),
    )!;
    await pressInCard(page, question.name);
    await whenCardSays(page, /1 of \d explored/);
    await pressInCard(page, 'Next-token prediction');
    await until(async () => (await cardName(page)) === 'Next-token prediction', { what: 'the related entry' });
    await pressInCard(page, 'Back to');
    await until(async () => (await cardName(page)) === 'Pre-training', { what: 'the first entry' });
    await whenCardSays(page, /1 of \d explored/);
    await page.press('Escape');
    await whenClosed(page);
  });

  it('leaves the console of the page empty', async () => {
    expect(await page.errors()).toEqual([]);
  });
});
