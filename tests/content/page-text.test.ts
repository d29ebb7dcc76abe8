// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pageOffsets } from '../../entrypoints/explain.content/page-text';

const textsOf = (root: Element) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) texts.push(text as Text);
  return texts;
};

/** Offset of the first letter of `word` in the page's text. */
const offsetOf = (html: string, word: string) => {
  document.body.innerHTML = html;
  const node = textsOf(document.body).find(({ data }) => data.includes(word))!;
  return pageOffsets(document.body, [{ node, offset: node.data.indexOf(word) }])[0];
};

describe('where a word stands in the text of a page', () => {
  test.each([
    ['leading white space does not count', '<p>  \n word</p>', 0],
    ['a run of white space is one space', '<p>a \n\u00a0 word</p>', 2],
    ['inline tags count nothing', '<p>a<em>b</em>word</p>', 2],
    ['a block boundary is one space', '<div>a<div>b</div></div><p>word</p>', 4],
    ['so is a line break', 'a<br>word', 2],
    ['scripts and styles are left out', '<script>var x</script><p>a</p><style>b</style><p>word</p>', 2],
    ['vector graphics too', '<p>a<svg><text>b</text></svg>word</p>', 1],
  ])('%s', (_, html, offset) => {
    expect(offsetOf(html, 'word')).toBe(offset);
  });

  test('text that the page does not count has no place', () => {
    document.body.innerHTML = '<div></div>';
    const root = document.body.firstElementChild!.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>word</p>';
    expect(pageOffsets(document.body, [{ node: root.querySelector('p')!.firstChild as Text, offset: 0 }])).toEqual([
      -1,
    ]);
  });
});

const LOCATE = '../shared/pages/locate.js';
describe.skipIf(!existsSync(LOCATE))('against the counting of the labelled pages', () => {
  test('the demo article counts alike, letter by letter', () => {
    const scope: { HeldOut?: { text(page: Document): { text: string; nodes: (Text | null)[]; offs: number[] } } } = {};
    new Function('globalThis', readFileSync(LOCATE, 'utf8'))(scope);
    const html = readFileSync('demo/article.html', 'utf8');
    document.body.innerHTML = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)![1]!;
    const { nodes, offs } = scope.HeldOut!.text(document);
    const points: { node: Text; offset: number; place: number }[] = [];
    nodes.forEach((node, place) => {
      if (node) points.push({ node, offset: offs[place]!, place });
    });
    expect(points.length).toBeGreaterThan(5000);
    expect(pageOffsets(document.body, points)).toEqual(points.map(({ place }) => place));
  });
});
