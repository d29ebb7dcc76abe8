import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { launch } from './support/launch';
import { paintedIn, settle } from './support/marks';
import { type FixtureServer, startServer } from './support/server';

/** Pages that change while they are read: chats, feeds, applications, components. */
let browser: Driver;
let server: FixtureServer;
let page: Page | undefined;

beforeAll(async () => {
  server = await startServer();
  browser = await launch();
});
afterEach(async () => {
  expect(await page?.errors()).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const HEAD = '<!doctype html><title>How a large language model is trained</title>';
const open = async (body: string): Promise<Page> => {
  server.put('/living', HEAD + body);
  if (page) await page.goto(server.url('/living'));
  else page = await browser.open(server.url('/living'));
  return page;
};
/** The words that are painted now, sorted. */
const words = (page: Page) =>
  page.evaluateInExtension(() =>
    (globalThis.aiGlossEngine?.highlighter.mentions() ?? [])
      .filter(({ range }) => range)
      .map(({ nodes, from, to }) => nodes[0]!.data.slice(from, to))
      .sort(),
  );
const whenPainted = (page: Page, expected: string[]) =>
  until(async () => JSON.stringify(await words(page)) === JSON.stringify(expected), {
    what: `marks on ${expected.join(', ')}`,
  }).catch(async (error) => expect(await words(page), String(error)).toEqual(expected));

it('marks text that streams in by settled sentence, and no word that grows into another', async () => {
  const page = await open('<p>About RLHF.</p><p id="said"></p>');
  await settle(page);
  await page.evaluate(() => {
    const text = document.getElementById('said')!.appendChild(document.createTextNode(''));
    text.data = 'First the tokenizer reads it. Then a';
  });
  await whenPainted(page, ['RLHF', 'tokenizer']);
  await page.evaluate(() => {
    (document.getElementById('said')!.firstChild as Text).appendData(' large language model goes on. So');
  });
  await whenPainted(page, ['RLHF', 'large language model', 'tokenizer']);
});

it('keeps the marks of a message that is rendered anew at each token, frame by frame', async () => {
  const page = await open('<p>About RLHF.</p><div id="said"></div>');
  await settle(page);
  const log = await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const said = document.getElementById('said')!;
    const sizes: number[] = [];
    let text = 'The tokenizer reads it. ';
    said.innerHTML = `<p>${text}</p>`;
    const end = performance.now() + 8000;
    while ((CSS.highlights.get('ai-gloss-mark')?.size ?? 0) < 2 && performance.now() < end) await frame();
    for (const word of 'Then the rest of the answer follows it word by word until all is said'.split(' ')) {
      text += `${word} `;
      said.innerHTML = `<p>${text}</p>`;
      // What this frame is about to show.
      await frame();
      sizes.push(CSS.highlights.get('ai-gloss-mark')!.size);
    }
    return sizes;
  });
  expect(log).toHaveLength(15);
  expect(new Set(log)).toEqual(new Set([2]));
});

it('follows an application from page to page', async () => {
  const page = await open('<main><h1>One</h1><p>About an LLM.</p></main>');
  await settle(page);
  await page.evaluate(() => {
    history.pushState({}, '', '/living/two');
    document.title = 'Two: fine-tuning';
    document.querySelector('main')!.innerHTML = '<h1>Two</h1><p>About RLHF and the tokenizer.</p>';
  });
  await whenPainted(page, ['RLHF', 'tokenizer']);
});

it('reads a page that is replaced by thousands of rows, and lets go of what went', async () => {
  const page = await open('<main><p>About an LLM.</p></main>');
  await settle(page);
  await page.evaluate(() => {
    const rows = Array.from({ length: 3000 }, (_, i) => `<h3>Row ${i}</h3><p>About RLHF here, and there too.</p>`);
    document.querySelector('main')!.innerHTML = rows.join('');
  });
  const known = () => page.evaluateInExtension(() => globalThis.aiGlossEngine!.highlighter.mentions().length);
  await until(async () => (await known()) === 3000, { what: 'all rows to be read', timeoutMs: 20_000 });
  expect(await paintedIn(page)).toBeLessThan(60);
  await page.evaluate(() => document.querySelector('main')!.replaceChildren());
  await until(async () => (await known()) === 0, { what: 'the rows to be let go of' });
  expect(await paintedIn(page)).toBe(0);
});

it('does not let hidden text have the first mention, and marks it once shown', async () => {
  const page = await open(`
    <h2>Words</h2>
    <p style="display: none">A hidden large language model, a hidden LoRA.</p>
    <p>A <span style="position: absolute; width: 1px; height: 1px; overflow: hidden">RLHF</span> large language model and RLHF.</p>`);
  await settle(page);
  await whenPainted(page, ['RLHF', 'large language model']);
  expect(
    await page.evaluateInExtension(() =>
      globalThis
        .aiGlossEngine!.highlighter.mentions()
        .filter(({ range }) => range)
        .every(({ nodes }) => nodes[0]!.parentElement!.localName === 'p'),
    ),
  ).toBe(true);
  await page.evaluate(() => {
    document.querySelector('p')!.style.display = '';
  });
  await whenPainted(page, ['LoRA', 'RLHF', 'large language model']);
});

it('marks open shadow roots, also late ones, and comes back after the page sets its own style sheets', async () => {
  const page = await open(`<p>About RLHF.</p><x-early></x-early><x-late></x-late><script>
    const define = (name, text) => customElements.define(name, class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<p>' + text + '</p>'; }
    });
    addEventListener('define', () => {
      define('x-early', 'About an LLM.');
      setTimeout(() => define('x-late', 'About LoRA.'), 700);
    });
  </script>`);
  await settle(page);
  await page.evaluate(() => void dispatchEvent(new Event('define')));
  await whenPainted(page, ['LLM', 'LoRA', 'RLHF']);
  const sheets = () => page.evaluate(() => document.querySelector('x-early')!.shadowRoot!.adoptedStyleSheets.length);
  expect(await sheets()).toBe(1);
  await page.evaluate(() => {
    document.querySelector('x-early')!.shadowRoot!.adoptedStyleSheets = [];
    document.body.append('More text. ');
  });
  await until(async () => (await sheets()) === 1, { what: 'our sheet in the shadow root again' });
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});

it('paints again after the page cleared the registry, and gives way to a page that insists', async () => {
  const page = await open('<p>About RLHF.</p><ul></ul>');
  await settle(page);
  await page.evaluate(() => {
    CSS.highlights.clear();
    document.querySelector('ul')!.append('Some text. ');
  });
  await until(() => paintedIn(page), { what: 'marks after the registry was cleared' });
  await page.evaluate(async () => {
    for (let i = 0; i < 14; i++) {
      CSS.highlights.clear();
      document.querySelector('ul')!.append('Some text. ');
      await new Promise((done) => setTimeout(done, 200));
    }
  });
  expect(await paintedIn(page)).toBe(0);
});

it('leaves text alone that becomes an editor', async () => {
  const page = await open('<p id="a">About RLHF.</p><p>About an LLM.</p>');
  await settle(page);
  await whenPainted(page, ['LLM', 'RLHF']);
  await page.evaluate(() => document.getElementById('a')!.setAttribute('contenteditable', 'true'));
  await whenPainted(page, ['LLM']);
});

it('shows a new density without touching marks that stay', async () => {
  const page = await open('<h2>A</h2><p>RLHF, then RLHF.</p><h2>B</h2><p>RLHF.</p>');
  await settle(page);
  await whenPainted(page, ['RLHF', 'RLHF']);
  const set = (density: string) =>
    browser.evaluate(
      (value: string) => chrome.storage.local.set({ settings: { version: 1, density: value } }),
      density,
    );
  try {
    await set('every');
    await whenPainted(page, ['RLHF', 'RLHF', 'RLHF']);
    await set('page');
    await whenPainted(page, ['RLHF']);
  } finally {
    await set('section');
  }
  await whenPainted(page, ['RLHF', 'RLHF']);
});

it('is gone without a trace when the site is switched off', async () => {
  const page = await open('<p>About RLHF.</p><x-part></x-part>');
  await page.evaluate(() => {
    document.querySelector('x-part')!.attachShadow({ mode: 'open' }).innerHTML = '<p>About an LLM.</p>';
    document.body.append('More text. ');
  });
  await settle(page);
  await whenPainted(page, ['LLM', 'RLHF']);
  try {
    await browser.evaluate(() =>
      chrome.storage.local.set({ settings: { version: 1, sites: { off: ['127.0.0.1'], on: [] } } }),
    );
    await until(() => page.evaluate(() => !CSS.highlights.has('ai-gloss-mark')), { what: 'the highlight to be gone' });
    expect(await page.evaluate(() => document.querySelector('x-part')!.shadowRoot!.adoptedStyleSheets.length)).toBe(0);
    const left = await page
      .evaluateInExtension(() =>
        ['aiGloss', 'aiGlossEngine', 'aiGlossGuard'].filter(
          (name) => name in globalThis && Reflect.get(globalThis, name),
        ),
      )
      // Nothing to run it in is nothing left.
      .catch(() => []);
    expect(left).toEqual([]);
  } finally {
    await browser.evaluate(() => chrome.storage.local.set({ settings: { version: 1 } }));
  }
});
