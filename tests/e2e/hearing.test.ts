import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { cardNodes, hasHost, openCard, pressInCard, spotInCard, whenCardSays, whenClosed } from './support/card';
import { launch } from './support/launch';
import { settle } from './support/marks';
import { spotOf } from './support/pointer';
import { article, type FixtureServer, startServer } from './support/server';

/** A page that listens to everything, first and on the way down, and keeps what came from inside of our element. */
const LISTENING = article(
  `<p>More on <a id="link" href="#there">prompt injection</a>, for the curious.</p>
   <p><button id="ask" type="button">Ask</button> <input id="field" value="pre-training of a language model"></p>
   <dialog id="dialog"><p id="inside">A reward model is trained on comparisons.</p></dialog>
   <p id="there" style="margin-top: 150vh">There.</p>`,
  `<script>
    const heard = [];
    let all = 0;
    const types = new Set();
    for (let proto of [HTMLElement.prototype, Document.prototype, Window.prototype, window, document]) {
      for (const name in proto) if (name.startsWith('on')) types.add(name.slice(2));
    }
    for (const name of ['focusin', 'focusout', 'compositionstart', 'compositionend', 'DOMMouseScroll', 'touchstart', 'touchend']) types.add(name);
    types.delete('pointerrawupdate');
    for (const type of types) {
      for (const target of [window, document]) {
        target.addEventListener(type, (event) => {
          all++;
          const host = event.composedPath().some((one) => one.localName === 'ai-gloss-card');
          if (host) heard.push(type);
        }, { capture: true, passive: true });
      }
    }
    addEventListener('keydown', (event) => heard.push('key ' + event.key));
    addEventListener('DOMContentLoaded', () => document.getElementById('ask').addEventListener('click', () => document.getElementById('dialog').showModal()));
    window.report = () => {};
    addEventListener('ask-report', () => {
      document.documentElement.dataset.heard = heard.join(' ');
      document.documentElement.dataset.all = String(all);
    });
  </script>`,
);

let browser: Driver;
let server: FixtureServer;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  server.put('/listening', LISTENING);
  browser = await launch();
  page = await browser.open(server.url('/listening'));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What the page has heard so far: events from our element and keys, and the number of all events. */
const heard = () =>
  page.evaluate(() => {
    dispatchEvent(new Event('ask-report'));
    const { heard, all } = document.documentElement.dataset;
    return { ours: heard!.split(' ').filter(Boolean), all: Number(all) };
  });

describe('the page does not hear', () => {
  it('a mouse in the card', async () => {
    expect(await settle(page)).toBeGreaterThan(4);
    expect(await openCard(page, 'pre-training')).toBe('Pre-training');
    const question = (await cardNodes(page)).find(({ role, name }) => role === 'button' && name.endsWith('?'))!;
    await pressInCard(page, question.name);
    await whenCardSays(page, /1 of \d explored/);
    const { x, y } = await spotInCard(page, question.name);
    await page.wheel(x, y, 120);
    await page.move(x - 60, y);
    await page.down();
    await page.move(x + 60, y + 30, { steps: 4, ms: 60 });
    await page.up();
    const { ours, all } = await heard();
    expect(ours).toEqual([]);
    // The listeners do work: they heard the way of the pointer over the page.
    expect(all).toBeGreaterThan(10);
    expect(await hasHost(page)).toBe(true);
  });

  it('keys in the card', async () => {
    await page.press('Tab');
    await until(async () => (await cardNodes(page)).some(({ focused }) => focused), { what: 'focus in the card' });
    for (let i = 0; i < 4; i++) await page.press('Tab');
    await page.press('Enter');
    await page.press('j');
    expect((await heard()).ours).toEqual([]);
    await page.press('Escape');
    await whenClosed(page);
    expect((await heard()).ours).toEqual([]);
    await page.press('k');
    expect((await heard()).ours).toEqual(['key', 'k']);
  });
});

describe('the page works as before', () => {
  it('a marked link is followed', async () => {
    const { x, y } = await spotOf(page, 'prompt injection');
    await page.click(x, y);
    await until(() => page.evaluate(() => location.hash === '#there' && scrollY > 300), {
      what: 'the link to be followed',
    });
  });

  it('a field takes what is typed', async () => {
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await page.evaluate(() => {
      const field = document.getElementById('field') as HTMLInputElement;
      field.scrollIntoView({ block: 'center', behavior: 'instant' });
      field.focus();
      field.select();
    });
    await page.type('an LLM in pre-training');
    expect(await page.evaluate(() => (document.getElementById('field') as HTMLInputElement).value)).toBe(
      'an LLM in pre-training',
    );
  });

  it('Escape closes the card over a modal dialog, and then the dialog', async () => {
    const { x, y } = await spotOf(page, 'Ask');
    await page.click(x, y);
    const isOpen = () => page.evaluate(() => (document.getElementById('dialog') as HTMLDialogElement).open);
    await until(isOpen, { what: 'the dialog to open' });
    expect(await openCard(page, 'reward model', 1)).toBe('Reward model');
    await page.press('Escape');
    await whenClosed(page);
    expect(await isOpen()).toBe(true);
    await page.press('Escape');
    await until(async () => !(await isOpen()), { what: 'the dialog to close' });
    expect(await page.errors()).toEqual([]);
  });
});
