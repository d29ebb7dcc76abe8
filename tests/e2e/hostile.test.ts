import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { openCard, whenCardSays, whenClosed } from './support/card';
import { launch } from './support/launch';
import { marksOf, paintedIn, settle } from './support/marks';
import { article, type FixtureServer, startServer } from './support/server';

let browser: Driver;
let server: FixtureServer;

beforeAll(async () => {
  server = await startServer();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('headers', () => {
  const headers = {
    'a policy that allows nothing': {
      'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    'a sandbox': { 'content-security-policy': 'sandbox' },
    'isolation from other origins': {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    },
  };
  for (const [name, value] of Object.entries(headers)) {
    it(`${name}: marks, and a card`, async () => {
      const path = `/${name.replaceAll(' ', '-')}`;
      server.put(path, { body: article(), headers: value });
      const page = await browser.open(server.url(path));
      expect(await settle(page)).toBeGreaterThan(3);
      expect(await openCard(page, 'pre-training')).toBe('Pre-training');
      await whenCardSays(page, /0 of \d explored/);
      await page.press('Escape');
      await whenClosed(page);
      expect(await page.errors()).toEqual([]);
      await page.close();
    });
  }
});

describe('pages that are in the way', () => {
  async function open(path: string, script: string, more = ''): Promise<Page> {
    server.put(path, article(more, `<script>${script}</script>`));
    return browser.open(server.url(path));
  }

  it('throw in getters and methods of their own nodes', async () => {
    const page = await open(
      '/throws',
      `for (const [proto, name] of [[Node.prototype, 'textContent'], [Element.prototype, 'innerHTML'], [Node.prototype, 'parentNode'],
          [Element.prototype, 'shadowRoot'], [CharacterData.prototype, 'data']]) {
        Object.defineProperty(proto, name, { get() { throw new Error('page getter ' + name); }, configurable: true });
      }
      Element.prototype.getBoundingClientRect = Range.prototype.getClientRects = () => { throw new Error('page method'); };
      Document.prototype.createTreeWalker = () => { throw new Error('page walker'); };`,
    );
    expect(await settle(page)).toBeGreaterThan(3);
    expect(await page.errors()).toEqual([]);
    await page.close();
  });

  it('freeze the prototypes', async () => {
    const page = await open(
      '/freezes',
      `for (const one of [Object, Array, Function, Promise, Map, Set, Node, Element, HTMLElement, EventTarget, Range, Document]) {
        Object.freeze(one.prototype); Object.freeze(one);
      }`,
    );
    expect(await settle(page)).toBeGreaterThan(3);
    expect(await openCard(page, 'pre-training')).toBe('Pre-training');
    expect(await page.errors()).toEqual([]);
    await page.close();
  });

  it('redefine CSS.highlights', async () => {
    const page = await open(
      '/redefines',
      `Object.defineProperty(CSS, 'highlights', { get() { throw new Error('page registry'); }, configurable: true });
       window.Highlight = function () { throw new Error('page Highlight'); };`,
    );
    await until(() => page.evaluateInExtension(() => globalThis.aiGloss?.settled() ?? false), {
      what: 'the page to be read',
    });
    expect((await marksOf(page)).filter(({ painted }) => painted).length).toBeGreaterThan(3);
    // Our own world has the browser's registry, not the page's.
    expect(await page.evaluateInExtension(() => CSS.highlights.get('ai-gloss-mark')?.size ?? 0)).toBeGreaterThan(3);
    expect(await page.errors()).toEqual([]);
    await page.close();
  });

  it('clear the registry in each frame', async () => {
    const page = await open(
      '/clears',
      `let frames = 0;
       requestAnimationFrame(function clear() {
         CSS.highlights.clear();
         document.documentElement.dataset.frames = String(++frames);
         requestAnimationFrame(clear);
       });`,
      '<p id="grows">More: </p>',
    );
    await until(() => page.evaluateInExtension(() => globalThis.aiGloss?.settled() ?? false), {
      what: 'the page to be read',
    });
    expect((await marksOf(page)).length).toBeGreaterThan(3);
    const framesOf = () => page.evaluate(() => Number(document.documentElement.dataset.frames));
    for (let i = 0; i < 12; i++) {
      await page.evaluate(() => document.getElementById('grows')!.append(' and more of it.'));
      const before = await framesOf();
      await until(async () => (await framesOf()) > before + 2, { what: 'frames to be drawn' });
    }
    // We have stood back, without a word, and still know what the page says.
    expect(await paintedIn(page)).toBe(0);
    expect((await marksOf(page)).length).toBeGreaterThan(3);
    expect(await page.errors()).toEqual([]);
    await page.close();
  });

  it('clear the registry once: the marks come back', async () => {
    const page = await open('/clears-once', '', '<p id="grows">More: </p>');
    const before = await settle(page);
    expect(before).toBeGreaterThan(3);
    await page.evaluate(() => {
      CSS.highlights.delete('ai-gloss-mark');
      document.getElementById('grows')!.append('and more.');
    });
    await until(async () => (await paintedIn(page)) === before, { what: 'the marks to come back' });
    await page.close();
  });
});
