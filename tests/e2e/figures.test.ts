import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { measureDrawings } from '../../scripts/glossary/look/measure';
import { cardNodes, openCard, whenCardSays } from './support/card';
import { launch } from './support/launch';
import { settle } from './support/marks';
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

/** What the browser made of a formula and a drawing in the card's closed root: names with namespaces, and sizes. */
const figuresOf = (page: Page) =>
  page.evaluateInExtension(() => {
    const host = document.querySelector('ai-gloss-card') as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot };
    const api = chrome as unknown as { dom: { openOrClosedShadowRoot(element: Element): ShadowRoot } };
    const root = host.openOrClosedShadowRoot ?? api.dom.openOrClosedShadowRoot(host);
    const [math, svg] = ['.entry-formula math', '.entry-drawing svg'].map((path) => root.querySelector(path)!);
    return {
      names: [math, svg].map((element) => `${element!.namespaceURI} ${element!.localName}`),
      areSeen: [math, svg].every((element) => element!.getBoundingClientRect().height > 10),
      fill: getComputedStyle(svg!.querySelector('.hot')!).fill,
      reach: root.querySelector('.entry-formula')!.scrollWidth,
      typePx: (12.5 * svg!.getBoundingClientRect().width) / 300,
      room: root.querySelector('.sheet')!.clientWidth,
    };
  });

describe('under a policy that allows nothing', () => {
  const headers = {
    'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  };

  it('a card draws formula and drawing as real elements, and reads both out', async () => {
    server.put('/strict', { body: article(), headers });
    const page = await browser.open(server.url('/strict'));
    await settle(page);
    expect(await openCard(page, 'LoRA')).toBe('LoRA');
    await whenCardSays(page, 'The table in use is the frozen one plus the product of the two thin ones.');
    expect(await figuresOf(page)).toMatchObject({
      names: ['http://www.w3.org/1998/Math/MathML math', 'http://www.w3.org/2000/svg svg'],
      areSeen: true,
      fill: expect.stringMatching(/^(color|rgb)/),
    });
    const told = (await cardNodes(page)).filter(({ role }) => /^(image|img|graphic|figure)$/i.test(role));
    expect(told.map(({ name }) => name).join()).toContain('A large square, the frozen table');
    expect(await page.errors()).toEqual([]);
    await page.close();
  });

  it('at 320 px a wide formula scrolls in its own box, and type in a drawing has 11 px', async () => {
    server.put('/narrow', {
      body: article('<p>The attention mechanism of the transformer compares tokens.</p>'),
      headers,
    });
    const page = await browser.open(server.url('/narrow'));
    await page.setViewport(320, 600);
    await until(() => page.evaluate(() => innerWidth === 320 && document.documentElement.clientWidth <= 320), {
      what: 'the page to be narrow',
    });
    await settle(page);
    await openCard(page, 'attention mechanism');
    await whenCardSays(page, 'queries: what each token looks for');
    const { reach, room, typePx } = await figuresOf(page);
    expect(typePx).toBeGreaterThanOrEqual(11);
    expect(reach).toBeGreaterThan(room - 36);
    expect(room).toBeLessThanOrEqual(290);
    await page.close();
  });
});

it('no text of any drawing runs out of its place in this browser’s type, and one that is planted does', async () => {
  const page = await browser.openExtensionPage('popup.html');
  await until(() => page.evaluate(() => document.querySelector('[role=combobox]') !== null), { what: 'the popup' });
  const drawn = await page.evaluate(async () => {
    type Node = [name: string, attributes: Record<string, string>, ...children: (Node | string)[]];
    const make = ([name, attributes, ...children]: Node): Element => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.append(...children.map((child) => (typeof child === 'string' ? child : make(child))));
      return element;
    };
    document.body.replaceChildren();
    let count = 0;
    for (let shard = 0; ; shard++) {
      const file = `/glossary/entries-${String(shard).padStart(2, '0')}.json`;
      // Firefox answers for a file that is not there too, and then has no body.
      const entries: Record<string, { term: string; diagram?: { svg: Node } }> | null = await fetch(file)
        .then((response) => response.json())
        .catch(() => null);
      if (!entries) return count;
      for (const { term, diagram } of Object.values(entries)) {
        if (!diagram) continue;
        const entry = document.createElement('div');
        entry.className = 'entry';
        entry.innerHTML = '<h2 class="entry-term"></h2><div class="entry-drawing" style="width: 340px"></div>';
        entry.querySelector('h2')!.textContent = term;
        entry.querySelector('.entry-drawing')!.append(make(diagram.svg));
        document.body.append(entry);
        count++;
      }
    }
  });
  expect(drawn).toBeGreaterThanOrEqual(40);
  expect(await page.evaluate(measureDrawings)).toEqual([]);
  await page.evaluate(() => {
    document.querySelector('.entry-drawing .box ~ text')!.textContent = 'a text that is longer than any box '.repeat(3);
  });
  expect(await page.evaluate(measureDrawings)).toContainEqual(expect.stringContaining('a text that is longer'));
  await page.close();
});
