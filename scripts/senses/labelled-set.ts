import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../lib/refusal.ts';
import type { Label } from './build-page.ts';
import type { About } from './head.ts';
import { readSet } from './read-set.ts';

export interface SetPage {
  /** As its labels name it. */
  name: string;
  html: string;
  about: About;
  /** news, forum, recipe … */
  kind: string;
  lang: string;
  split: Split;
  labels: Label[];
  /** Stretches of the page's text where a mark is neither right nor wrong. */
  unjudged: { start: number; end: number }[];
}

/** Rules and cues may be tuned on train pages; figures are told apart for test pages. */
export type Split = 'train' | 'test';

export interface LabelledSet {
  name: string;
  pages: SetPage[];
}

/** Our own pages, built from tests/senses. */
export function ownSet(): LabelledSet {
  const pages = readSet().map(({ name, head, html, labels, mentions }) => ({
    name: `${name}.html`,
    html,
    about: head.about,
    kind: head.kind,
    lang: head.lang,
    split: splitOf(name),
    labels,
    unjudged: mentions.filter(({ sign }) => sign === '?'),
  }));
  return { name: 'own', pages };
}

/** Pages of a folder with labels.jsonl, and SOURCES.tsv for the kinds of pages where it has one. Throws a Refusal. */
export function folderSet(folder: string): LabelledSet {
  const file = join(folder, 'labels.jsonl');
  if (!existsSync(file)) throw new Refusal(`There is no labels.jsonl in ${folder}.`);
  const labels = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Label);
  const byPage = Map.groupBy(labels, ({ page }) => page);
  const kinds = kindsOf(folder);
  for (const page of kinds.keys()) if (!byPage.has(page)) byPage.set(page, []);
  const pages = [...byPage].map(([name, labels]) => {
    const html = readFileSync(join(folder, name), 'utf8');
    const [about, kind] = kinds.get(name) ?? [labels[0]!.page_kind, 'page'];
    const lang = /<html[^>]*\slang=["']?([a-z-]+)/i.exec(html)?.[1]?.toLowerCase() ?? 'en';
    return { name, html, about, kind, lang, split: splitOf(basename(name, '.html')), labels, unjudged: [] };
  });
  return { name: basename(folder), pages };
}

function kindsOf(folder: string): Map<string, [About, string]> {
  const file = join(folder, 'SOURCES.tsv');
  if (!existsSync(file)) return new Map();
  const [head, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  const columns = head!.split('\t');
  return new Map(
    rows.map((row) => {
      const cells = row.split('\t');
      const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
      return [cell('page'), [cell('kind') as About, cell('category')]];
    }),
  );
}

/** Two of five pages are kept for testing. By a hash of the name, so that a page stays on its side when others come. */
export function splitOf(name: string): Split {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  // The low bits of FNV depend on the last letter most.
  return ((hash ^ (hash >>> 15)) >>> 0) % 5 < 3 ? 'train' : 'test';
}
