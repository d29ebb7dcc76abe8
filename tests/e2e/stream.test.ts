import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { launch } from './support/launch';
import { settle } from './support/marks';
import { article, type FixtureServer, startServer } from './support/server';

/** What a chat writes, a few letters at a time. */
const ANSWER =
  'A large language model is trained by next-token prediction. During pre-training it reads a great deal of text; ' +
  'fine-tuning then makes it useful. A vector database may serve retrieval-augmented generation, and ' +
  'a reward model scores answers for RLHF. Prompt injection remains a risk.';
const TERMS = [
  'next-token prediction',
  'pre-training',
  'fine-tuning',
  'vector database',
  'reward model',
  'Prompt injection',
];

/** `grow` appends to one text node, `redraw` writes the whole message anew: as chat pages do, one or the other. */
const chat = (way: 'grow' | 'redraw') =>
  article(`<h2>The answer</h2>
<div id="log"><p id="message"></p></div>
<script>
  const pieces = ${JSON.stringify(ANSWER)}.match(/.{1,6}/gs);
  const message = document.getElementById('message');
  let written = '';
  async function write() {
    for (const piece of pieces) {
      written += piece;
      if ('${way}' === 'redraw') {
        const p = document.createElement('p');
        p.id = 'message';
        p.innerHTML = written.replace(/&/g, '&amp;');
        document.getElementById('message').replaceWith(p);
      } else message.append(piece);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    document.body.dataset.done = 'yes';
  }
  document.addEventListener('keydown', () => void write(), { once: true });
</script>`);

let browser: Driver;
let server: FixtureServer;

beforeAll(async () => {
  server = await startServer();
  server.put('/grow', chat('grow'));
  server.put('/redraw', chat('redraw'));
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const isDone = (page: Page) => page.evaluate(() => document.body.dataset.done === 'yes');

/** Painted words inside the message. */
const inMessage = (page: Page) =>
  page.evaluateInExtension(() =>
    globalThis
      .aiGlossEngine!.highlighter.mentions()
      .filter(({ range, nodes }) => range !== null && nodes[0]!.parentElement?.closest('#message') != null)
      .map(({ nodes, from, to, words }) => ({
        words,
        now: nodes.length === 1 ? nodes[0]!.data.slice(from, to) : words,
        connected: nodes.every((node) => node.isConnected),
      })),
  );

for (const way of ['grow', 'redraw'] as const) {
  it(`marks a streamed answer (${way}), and takes no painted mark back`, async () => {
    const page = await browser.open(server.url(`/${way}`));
    expect(await settle(page)).toBeGreaterThan(0);
    await page.press('a');
    let seen: string[] = [];
    let looks = 0;
    do {
      const now = (await inMessage(page)).map(({ words }) => words);
      // Every word that was ever painted stands in the message still, and so must its mark.
      const gone = seen.filter((word) => !now.includes(word));
      // A redraw and a look may fall together: ask once more before a mark counts as gone.
      if (gone.length) {
        const again = (await inMessage(page)).map(({ words }) => words);
        expect(gone.filter((word) => !again.includes(word))).toEqual([]);
      }
      seen = [...new Set([...seen, ...now])];
      looks++;
    } while (!(await isDone(page)));
    expect(looks).toBeGreaterThan(10);
    const missing = async () => {
      const words = (await inMessage(page)).map((mark) => mark.words);
      return TERMS.filter((term) => !words.includes(term));
    };
    // The wait says that something is missing; the list says what.
    await until(async () => !(await missing()).length, { what: 'the answer to be marked' }).catch(() => {});
    expect(await missing()).toEqual([]);
    const marks = await inMessage(page);
    for (const { words, now, connected } of marks)
      expect({ words, connected }).toEqual({ words: now, connected: true });
    expect(new Set(marks.map(({ words }) => words)).size).toBe(marks.length);
    expect(await page.errors()).toEqual([]);
    await page.close();
  });
}
