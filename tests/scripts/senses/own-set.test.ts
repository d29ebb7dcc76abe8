import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageOffsets } from '../../../entrypoints/explain.content/page-text';
import type { BuiltPage } from '../../../scripts/senses/build-page';
import { ownSet, splitOf } from '../../../scripts/senses/labelled-set';
import { readSet } from '../../../scripts/senses/read-set';
import { parseReadings, parseSettled, readingFaults } from '../../../scripts/senses/second-reading';

const READINGS = 'tests/senses/second-reading.tsv';
const SETTLED = 'tests/senses/settled.tsv';

let pages: BuiltPage[];
beforeAll(() => {
  pages = readSet();
});
const labels = () => pages.flatMap((page) => page.labels);

describe('our labelled pages', () => {
  test('hold what the README says, in both senses', () => {
    const senses = new Map<string, Set<boolean>>();
    for (const { form, is_ai_sense, ambiguous } of labels()) {
      if (ambiguous) senses.set(form, (senses.get(form) ?? new Set()).add(is_ai_sense));
    }
    expect(labels().length).toBeGreaterThanOrEqual(1500);
    expect([...senses.values()].filter(({ size }) => size === 2).length).toBeGreaterThanOrEqual(200);
    expect(new Set(pages.filter(({ head }) => head.lang !== 'en').map(({ head }) => head.lang)).size).toBe(5);
  });

  test('are short whole pages', () => {
    const odd = pages.filter(({ words, head }) => head.lang !== 'ja' && (words < 100 || words > 450));
    expect(odd.map(({ name, words }) => `${name}: ${words} words`)).toEqual([]);
  });

  test('were read twice as they are, and every disagreement is settled', () => {
    const read = (file: string) => readFileSync(file, 'utf8');
    expect(readingFaults(pages, parseReadings(read(READINGS)), parseSettled(read(SETTLED)))).toEqual([]);
  });

  test('a label that is turned round is found', () => {
    const [first] = pages;
    const turned = { ...first!, mentions: first!.mentions.map((mention) => ({ ...mention, sign: '+' as const })) };
    const readings = parseReadings(readFileSync(READINGS, 'utf8'));
    expect(readingFaults([turned], readings, []).length).toBeGreaterThan(0);
  });

  test('have their words where the extension finds them', () => {
    const wrong: string[] = [];
    const { body } = new JSDOM().window.document;
    for (const { name, html, text, labels } of pages) {
      body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(html)![1]!;
      const words = wordsOf(body);
      const places = pageOffsets(body, words);
      words.forEach(({ node, offset }, i) => {
        if (text[places[i]!] !== node.data[offset])
          wrong.push(`${name} ${places[i]} “${node.data.slice(offset, offset + 20)}”`);
      });
      for (const { surface, page_offset, context, start } of labels) {
        if (text.slice(page_offset, page_offset + surface.length) !== surface) wrong.push(`${name} ${surface}`);
        if (context.slice(start, start + surface.length) !== surface) wrong.push(`${name} ${surface} in its context`);
      }
    }
    expect(wrong).toEqual([]);
    // Parses every page.
  }, 60_000);

  test('are split by page, stably', () => {
    const { pages: split } = ownSet();
    const test = split.filter((page) => page.split === 'test').length;
    expect(test / split.length).toBeGreaterThan(0.3);
    expect(test / split.length).toBeLessThan(0.5);
    // A page must never change sides.
    expect(['attention-in-class', 'rag-status-project-report', 'moe-model-card-readme'].map(splitOf)).toEqual([
      'train',
      'train',
      'test',
    ]);
  });
});

/** Where each word of the page begins. */
function wordsOf(body: Element): { node: Text; offset: number }[] {
  const walker = body.ownerDocument.createTreeWalker(body, 4 /* SHOW_TEXT */);
  const words: { node: Text; offset: number }[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (const { index } of node.data.matchAll(/\S+/g)) words.push({ node, offset: index });
  }
  return words;
}
