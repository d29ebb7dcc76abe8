import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import type { Driver, Page } from '../../../scripts/browser/driver';
import { until } from '../../../scripts/browser/poll';
import { App } from '../fixtures/react-app';
import { GO_ON, ROUNDS, STOP_EVERY } from '../fixtures/rounds';
import { bundle } from './bundle';
import { article, type FixtureServer } from './server';

const HYDRATE = 'hydrate';

export const FRAMEWORKS = ['react', 'vue', 'svelte'] as const;

/** Puts a page for each framework at `/react` and so on, that draws its text anew, again and again. */
export async function putFrameworks(server: FixtureServer): Promise<void> {
  const scripts = { react: 'react.tsx', vue: 'vue.ts', svelte: 'svelte.ts' };
  for (const name of FRAMEWORKS) {
    const html = name === 'react' ? renderToString(createElement(App, { round: 0 })) : '';
    server.put(`/${name}.js`, { body: await bundle(scripts[name]), type: 'text/javascript' });
    // What the server has drawn is marked before the framework takes it over.
    const start = `const script = document.createElement('script'); script.src = '/${name}.js'; document.head.append(script);`;
    const late = html ? `addEventListener('${HYDRATE}', () => { ${start} })` : start;
    server.put(`/${name}`, article(`<div id="app">${html}</div><script>${late}</script>`));
  }
}

/** What the page shows at its end. */
export const LAST_TEXT = [
  'A language model learns by next-token prediction on text.',
  `Row 0: fine-tuning with a reward model, round ${ROUNDS}`,
];

const roundOf = (page: Page) =>
  page.evaluate(() => Number(document.querySelector<HTMLElement>('#app main')?.dataset.round ?? -1));

const stopOf = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset.stop ?? -1));

/** How many marks are painted in what the framework has drawn. */
const paintedInApp = (page: Page): Promise<number> =>
  page
    .evaluateInExtension(
      () =>
        (globalThis.aiGlossEngine?.highlighter.mentions() ?? []).filter(
          ({ range, nodes }) => range && nodes[0]!.parentElement?.closest('#app'),
        ).length,
    )
    .catch(() => 0);

/**
 * Opens such a page and watches it to its last round, stopping where its text has to be marked first: what stands in its
 * paragraphs and rows then, its errors, and the fewest marks that its text had at a stop. An application that breaks goes
 * no further. `page` stays open.
 */
export async function redraw(browser: Driver, server: FixtureServer, name: (typeof FRAMEWORKS)[number]) {
  const page = await browser.open(server.url(`/${name}`));
  const isBroken = async () => (await page.errors()).length > 0;
  // Hydrated with the marks in place.
  if (name === 'react') {
    await until(() => paintedInApp(page), { what: 'marks on what the server drew' });
    await page.evaluate((hydrate: string) => void dispatchEvent(new Event(hydrate)), HYDRATE);
  }
  let fewest = Infinity;
  for (let stop = 0; stop < ROUNDS; stop += STOP_EVERY) {
    await until(async () => (await stopOf(page)) === stop || isBroken(), { what: `round ${stop}` });
    await until(async () => (await paintedInApp(page)) > 1 || isBroken(), { what: 'marks in what was drawn' });
    fewest = Math.min(fewest, await paintedInApp(page));
    await page.evaluate((go: string) => void dispatchEvent(new Event(go)), GO_ON);
  }
  await until(async () => (await roundOf(page)) === ROUNDS || isBroken(), { what: 'the last round' });
  const text = await page.evaluate(() =>
    [...document.querySelectorAll('#app p, #app li')].map((line) => line.textContent),
  );
  return { page, fewest, text, errors: await page.errors() };
}
