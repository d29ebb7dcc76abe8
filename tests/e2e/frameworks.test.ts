import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { App } from './fixtures/react-app';
import { bundle } from './support/bundle';
import { launch } from './support/launch';
import { paintedIn, paintedWords, settle } from './support/marks';
import { article, type FixtureServer, startServer } from './support/server';

const ROUNDS = 40;

let browser: Driver;
let server: FixtureServer;

beforeAll(async () => {
  server = await startServer();
  const scripts = { react: 'react.tsx', vue: 'vue.ts', svelte: 'svelte.ts' };
  for (const [name, file] of Object.entries(scripts)) {
    const html = name === 'react' ? renderToString(createElement(App, { round: 0 })) : '';
    server.put(`/${name}.js`, { body: await bundle(file), type: 'text/javascript' });
    // What the server has drawn stands a moment and is marked before the framework takes it over.
    const late = `setTimeout(() => document.head.append(Object.assign(document.createElement('script'), { src: '/${name}.js' })), 900)`;
    server.put(`/${name}`, article(`<div id="app">${html}</div><script>${late}</script>`));
  }
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const roundOf = (page: Page) =>
  page.evaluate(() => Number(document.querySelector<HTMLElement>('#app main')?.dataset.round ?? -1));
/** What stands in its paragraphs and rows. */
const textOf = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('#app p, #app li')].map((line) => line.textContent));

describe.each(['react', 'vue', 'svelte'])('%s', (name) => {
  it('draws its text anew, again and again, under marks', async () => {
    const page = await browser.open(server.url(`/${name}`));
    if (name === 'react') {
      // Hydrated with the marks in place.
      await until(async () => (await paintedIn(page)) > 5, { what: 'marks on what the server drew' });
      expect(await roundOf(page)).toBe(0);
    }
    let most = 0;
    while ((await roundOf(page)) < ROUNDS) most = Math.max(most, await paintedIn(page));
    expect(most).toBeGreaterThan(4);
    expect(await settle(page)).toBeGreaterThan(4);
    expect(await textOf(page)).toEqual([
      'A language model learns by next-token prediction on text.',
      `Row 0: fine-tuning with a reward model, round ${ROUNDS}`,
    ]);
    // What is marked is what stands there now.
    await until(async () => (await paintedWords(page)).includes('fine-tuning'), { what: 'the last text to be marked' });
    expect(await page.errors()).toEqual([]);
    await page.close();
  });
});
