import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { audit } from './support/audit';
import { cardNodes, hasHost, openCard, pressInCard, spotInCard, whenCardSays, whenClosed } from './support/card';
import { browserName, launch } from './support/launch';
import { settle } from './support/marks';
import { spotOf } from './support/pointer';
import { article, type FixtureServer, startServer } from './support/server';

/** As the modal libraries have it: a press outside closes, focus that leaves is brought back, single keys act. */
const TRAPPING = article(
  `<div id="room" role="dialog" aria-modal="true"><input id="field"><button id="ok" type="button">ok</button></div>
   <button id="beside" type="button">beside</button>`,
  `<script>
    const count = { outside: 0, trapped: 0, keys: 0, left: 0, came: 0 };
    addEventListener('DOMContentLoaded', () => {
      const bring = () => { count.trapped++; field.focus({ preventScroll: true }); };
      const inRoom = (node) => room.contains(node);
      let trapping = true;
      addEventListener('stop-trapping', () => { trapping = false; });
      document.addEventListener('pointerdown', ({ target }) => { if (!inRoom(target)) count.outside++; });
      document.addEventListener('focusin', ({ target }) => { if (trapping && !inRoom(target)) bring(); });
      document.addEventListener('focusout', ({ relatedTarget }) => { if (trapping && relatedTarget && !inRoom(relatedTarget)) bring(); });
      addEventListener('keydown', ({ key }) => { if (key === 'j' || key === '/') count.keys++; }, true);
      field.focus({ preventScroll: true });
      // A window that comes and goes takes focus with it and brings it back; that is none of the card's.
      let waking = false;
      addEventListener('focus', ({ target }) => {
        if (target !== window && target !== document) return;
        waking = true;
        setTimeout(() => { waking = false; });
      }, true);
      field.addEventListener('blur', () => { if (document.activeElement !== field) count.left++; });
      field.addEventListener('focus', () => { if (!waking) count.came++; });
      addEventListener('forget', () => { for (const key in count) count[key] = 0; });
      addEventListener('tell', () => { document.documentElement.dataset.count = JSON.stringify(count); });
    });
  </script>`,
);
const QUIET = { outside: 0, trapped: 0, keys: 0, left: 0, came: 0 };

const FULL_SCREEN = article(
  `<div id="stage" style="padding: 40px; background: #234; color: #fff">Here is how backpropagation works.</div>
   <button id="go" type="button" onclick="stage.requestFullscreen()">Go full screen</button>`,
);

let browser: Driver;
let server: FixtureServer;

beforeAll(async () => {
  server = await startServer();
  server.put('/trapping', TRAPPING);
  server.put('/full-screen', FULL_SCREEN);
  server.put('/plain', article());
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(path: string): Promise<Page> {
  const page = await browser.open(server.url(path));
  await settle(page);
  // A tab that comes to the front may hear of focus by itself.
  await page.evaluate(() => dispatchEvent(new Event('forget')));
  return page;
}
/** Keeps a picture where AI_GLOSS_PICTURES names a folder: how a card looks is for eyes. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.AI_GLOSS_PICTURES;
  if (folder) writeFileSync(join(folder, `${name}-${browserName}.png`), await page.screenshot());
}
const focusInCard = (page: Page) =>
  until(() => page.evaluateInExtension(() => globalThis.aiGlossCard?.hasFocus === true), { what: 'focus in the card' });

describe('over a focus trap', () => {
  const counts = (page: Page) =>
    page.evaluate(() => {
      dispatchEvent(new Event('tell'));
      return JSON.parse(document.documentElement.dataset.count!);
    });
  const focused = (page: Page) => page.evaluate(() => document.activeElement!.id);

  it('focus comes into the card, stays, and goes back, and the trap knows nothing of it', async () => {
    const page = await open('/trapping');
    await browser.runCommand('next-term');
    await focusInCard(page);
    await pressInCard(page, 'How it works');
    await until(async () => (await cardNodes(page)).some((node) => node.name === 'How it works' && node.expanded), {
      what: 'the explanation',
    });
    for (const key of ['Tab', 'Tab', 'j', '/']) await page.press(key);
    await focusInCard(page);
    expect(await counts(page)).toEqual(QUIET);
    await page.press('Escape');
    await whenClosed(page);
    expect(await focused(page)).toBe('field');
    await page.type('and on');
    expect(await page.evaluate(() => (document.getElementById('field') as HTMLInputElement).value)).toBe('and on');
    expect(await counts(page)).toEqual(QUIET);
  });

  it('a field that lent its focus hears once that it was left, when focus goes elsewhere', async () => {
    const page = await open('/trapping');
    await page.evaluate(() => dispatchEvent(new Event('stop-trapping')));
    await openCard(page, 'pre-training');
    await pressInCard(page, 'How it works');
    await focusInCard(page);
    expect(await counts(page)).toEqual(QUIET);
    const { x, y } = await spotOf(page, 'beside');
    await page.click(x, y);
    await whenClosed(page);
    await until(async () => (await counts(page)).left === 1, { what: 'the field to hear' });
    expect(await counts(page)).toMatchObject({ left: 1, came: 0, outside: 1 });
  });
});

describe('what the page cannot do', () => {
  it('press our buttons with events that it makes up', async () => {
    const page = await open('/plain');
    await openCard(page, 'pre-training');
    const close = await spotInCard(page, 'Close');
    await page.evaluate(({ x, y }) => {
      const host = document.querySelector('ai-gloss-card')!;
      const init = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y, detail: 1, buttons: 1 };
      for (const type of ['mousedown', 'mouseup', 'click']) host.dispatchEvent(new MouseEvent(type, init));
      host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true }));
    }, close);
    expect(await hasHost(page)).toBe(true);
    await page.move(close.x, close.y, { steps: 8, ms: 150 });
    await page.click(close.x, close.y);
    await whenClosed(page);
  });

  it('restyle the card, or see into it', async () => {
    const page = await open('/plain');
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = `* { --paper: red !important; --type-text: 40px cursive; zoom: 1; }
        ai-gloss-card, *:not(:defined) { display: none !important; opacity: 0.1 !important; font-size: 40px !important; width: 9px !important }`;
      document.head.append(style);
    });
    await openCard(page, 'pre-training');
    const seen = await page.evaluate(() => {
      const host = document.querySelector('ai-gloss-card') as HTMLElement;
      const { display, opacity, width } = getComputedStyle(host);
      return { display, opacity, width, root: host.shadowRoot, style: host.getAttribute('style') };
    });
    expect(seen).toEqual({ display: 'block', opacity: '1', width: '420px', root: null, style: null });
    await picture(page, 'restyled');
  });
});

it('a drag that begins on the page and ends over the card is the page’s', async () => {
  const page = await open('/plain');
  await page.evaluate(() => {
    addEventListener('pointerup', () => (document.documentElement.dataset.up = 'heard'));
  });
  await openCard(page, 'pre-training');
  await page.press('Tab');
  await focusInCard(page);
  await pressInCard(page, 'Keep open');
  const { x, y } = await spotInCard(page, 'How it works');
  const { x: fromX, y: fromY } = await spotOf(page, 'are made');
  await page.move(fromX, fromY);
  await page.down();
  await page.move(x, y, { steps: 6, ms: 120 });
  await page.up();
  expect(await page.evaluate(() => document.documentElement.dataset.up)).toBe('heard');
  expect(await hasHost(page)).toBe(true);
  await page.press('Escape');
  await whenClosed(page);
});

it('opens in full screen, inside the element that is', async () => {
  const page = await open('/full-screen');
  const { x, y } = await spotOf(page, 'Go full screen');
  await page.click(x, y);
  await until(() => page.evaluate(() => document.fullscreenElement?.id === 'stage'), { what: 'full screen' });
  expect(await openCard(page, 'backpropagation')).toBe('Backpropagation');
  expect(await page.evaluate(() => document.querySelector('ai-gloss-card')!.parentElement!.id)).toBe('stage');
  await pressInCard(page, 'How it works');
  await until(async () => (await cardNodes(page)).some((node) => node.name === 'How it works' && node.expanded), {
    what: 'the explanation',
  });
  await picture(page, 'full-screen');
});

it.each([
  ['light', {}],
  ['dark', { scheme: 'dark' as const }],
  ['forced-colours', { forcedColors: true }],
])('every button of the card has a name: %s', async (name, media) => {
  const page = await open('/plain');
  await page.setMedia(media);
  await openCard(page, 'pre-training');
  await whenCardSays(page, /\d of \d explored/);
  const buttons = (await cardNodes(page)).filter(({ role }) => role === 'button');
  expect(buttons.length).toBeGreaterThan(6);
  expect(buttons.filter((button) => !button.name.trim())).toEqual([]);
  await picture(page, name);
});

it('axe finds nothing in the same card in a page of the extension, and a planted button without a name', async () => {
  const page = await browser.openExtensionPage('popup.html');
  await until(() => page.evaluate(() => document.querySelector('[role=combobox]') !== null), {
    what: 'the search box',
  });
  await page.type('pre-training');
  await until(() => page.evaluate(() => document.querySelector('[role=option]') !== null), { what: 'a result' });
  await page.press('Enter');
  await until(() => page.evaluate(() => document.querySelector('.entry') !== null), { what: 'the entry' });
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('.entry [aria-expanded=false]')) button.click();
  });
  await until(() => page.evaluate(() => !document.querySelector('.entry [aria-expanded=false]')), {
    what: 'all to open',
  });
  const { broken, kept } = await audit(page);
  expect(broken).toEqual([]);
  expect(kept).toBeGreaterThanOrEqual(20);
  await page.evaluate(() => void document.querySelector('.entry')!.append(document.createElement('button')));
  expect((await audit(page)).broken.join()).toMatch(/^button-name/);
});

it('fits 320 px', async () => {
  const page = await open('/plain');
  await page.setViewport(320, 600);
  // Firefox lays the page out anew some time after its window has shrunk.
  await until(() => page.evaluate(() => innerWidth === 320 && document.documentElement.clientWidth <= 320), {
    what: 'the page to be narrow',
  });
  await openCard(page, 'pre-training');
  const { left, right, top, bottom } = await page.evaluate(() => {
    const box = document.querySelector('ai-gloss-card')!.getBoundingClientRect();
    return { left: box.left, right: innerWidth - box.right, top: box.top, bottom: innerHeight - box.bottom };
  });
  expect(Math.min(left, right)).toBeGreaterThanOrEqual(14);
  expect(Math.min(top, bottom)).toBeGreaterThanOrEqual(7);
  await picture(page, 'narrow');
});
