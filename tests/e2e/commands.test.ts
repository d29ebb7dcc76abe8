import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecidedMark } from '../../messaging/page-handle';
import { until } from '../../scripts/browser/poll';
import { runCommand as run, startCommand as start } from '../scripts/run-command';
import { browserName, ROOT } from './support/launch';
import { type Screen, startScreen } from './support/screen';

const browser = ['--browser', browserName];

let folder: string;
let screen: Screen | null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ai-gloss-commands-'));
  screen = await startScreen();
});
afterAll(() => {
  screen?.end();
  rmSync(folder, { recursive: true });
});

describe('npm start', () => {
  it('walks the demo article where there is no display, and leaves pictures', async () => {
    const { code, out, err } = await run('start', browser);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(Number(/(\d+) marks for \d+ terms/.exec(out)?.[1])).toBeGreaterThan(40);
    expect(out).toMatch(/Card of “.+”, \d+ ms after/);
    expect(out).toMatch(/Site switch: off took [1-9]\d* painted marks away/);
    for (const name of ['page', 'card', 'popup']) {
      const picture = join(ROOT, 'artifacts/start', `${browserName}-${name}.png`);
      expect(out).toContain(`artifacts/start/${browserName}-${name}.png`);
      expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
    }
  }, 180_000);

  it('opens a window where there is a display, and ends when that is closed', async (context) => {
    if (!screen) return context.skip('no Xvfb here, and none could be installed');
    const { out, ended } = start('start', browser, { DISPLAY: screen.display });
    await until(() => out().includes('ends when you close the window'), {
      what: 'the window to be announced',
      timeoutMs: 120_000,
    });
    await until(() => screen!.closeWindows(), { what: 'a window to close' });
    expect(await ended).toMatchObject({ code: 0, err: '' });
  }, 180_000);
});

describe('npm run marks', () => {
  it('prints the marks of a page with offsets into its text, and nothing else', async () => {
    const file = join(folder, 'page.html');
    writeFileSync(
      file,
      `<!doctype html><title>Language models</title><h1>A  large <em>language</em> model</h1>
      <p>It learns by next&shy;-token prediction &mdash;<br>or RLHF.<script>"RLHF"</script><p>RLHF again, and backpropagation.`,
    );
    const { code, out, err } = await run('marks', [file, '--json', '--density', 'every', ...browser]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const marks: DecidedMark[] = JSON.parse(out);
    expect(marks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['large-language-model', 'rlhf', 'backpropagation']),
    );
    expect(marks.filter(({ id }) => id === 'rlhf')).toHaveLength(2);
    for (const { reason, painted } of marks) expect([typeof reason, typeof painted]).toEqual(['string', 'boolean']);
    const text = pageText(new JSDOM(readFileSync(file)).window.document);
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(
      marks.map(({ form }) => form.replace(/\s+/g, ' ')),
    );
  }, 180_000);

  it('tells of each page that cannot be read, and prints the others', async () => {
    const file = join(folder, 'two.html');
    writeFileSync(file, '<!doctype html><title>Two</title><p>What RLHF is.');
    const { code, out, err } = await run('marks', [file, 'http://127.0.0.1:1/', '--json', ...browser]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ page: file, marks: [{ id: 'rlhf' }] });
    expect(err).toMatch(/^http:\/\/127\.0\.0\.1:1\/: .+cannot be opened.+\n$/);
  }, 180_000);
});

describe('one clear message and exit code 1', () => {
  it('for an address that nobody answers', async () => {
    const { code, err } = await run('start', ['http://127.0.0.1:1/page', ...browser]);
    expect(err).toMatch(
      /^http:\/\/127\.0\.0\.1:1\/page cannot be opened \(.+\): check the address and the network\.\n$/,
    );
    expect(code).toBe(1);
  }, 90_000);
});

const SKIP = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE TITLE HEAD'.split(' '));
const BLOCK = new Set('BODY H1 P BR'.split(' '));

/** The text of this file's pages as offsets count it: the rule of the labelled pages, for the few elements used here. */
function pageText(document: Document): string {
  let text = '';
  const push = (piece: string) => {
    for (const character of piece) {
      if (!/[\s\u200b\ufeff]/.test(character)) text += character;
      else if (text && !text.endsWith(' ')) text += ' ';
    }
  };
  const walk = (parent: Node) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) push((node as Text).data);
      else if (node.nodeType === 1 && !SKIP.has(node.nodeName)) {
        if (BLOCK.has(node.nodeName)) push(' ');
        walk(node);
        if (BLOCK.has(node.nodeName)) push(' ');
      }
    }
  };
  walk(document.body);
  return text;
}
