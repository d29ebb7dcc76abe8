/**
 * The second reading of every label: pages in random order with a number at each mention and no label, read and
 * judged again; tests/senses/second-reading.tsv has a line per page: name, what was read, one sign per mention.
 */
import { createHash } from 'node:crypto';
import { createRandom } from '../../tests/bench/random.ts';
import type { BuiltPage } from './build-page.ts';

/** The page's text with [n word] for each mention: what the second reader sees. */
export function readingText({ text, mentions }: BuiltPage): string {
  let out = '';
  let at = 0;
  for (const [n, { start, end }] of mentions.entries()) {
    out += `${text.slice(at, start)}[${n} ${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
}

/** Changes with the text or the place of a mention, and not with a label. */
export const readingKey = (page: BuiltPage): string =>
  createHash('sha256').update(readingText(page)).digest('hex').slice(0, 8);

/** The pages in an order that the seed decides. */
export function shuffled(pages: readonly BuiltPage[], seed: number): BuiltPage[] {
  const random = createRandom(seed);
  return pages
    .map((page) => ({ page, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ page }) => page);
}

export interface Reading {
  key: string;
  /** One sign per mention, in order. */
  signs: string;
}

export function parseReadings(tsv: string): Map<string, Reading> {
  const rows = tsv.split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(
    rows.map((row) => {
      const [name, key, signs] = row.split('\t') as [string, string, string];
      return [name, { key, signs }];
    }),
  );
}

/** A mention that was seen differently, and what the rules of tests/senses/README.md made of it. */
export interface Settled {
  page: string;
  n: number;
  surface: string;
  first: string;
  second: string;
  settled: string;
}

export function parseSettled(tsv: string): Settled[] {
  const rows = tsv.split('\n').filter((line) => line && !line.startsWith('#'));
  return rows.map((row) => {
    const [page, n, surface, first, second, settled] = row.split('\t') as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    return { page, n: Number(n), surface, first, second, settled };
  });
}

/** What is wrong between labels, second readings and the list of what was settled: a line each. */
export function readingFaults(
  pages: readonly BuiltPage[],
  readings: ReadonlyMap<string, Reading>,
  settled: readonly Settled[],
): string[] {
  const faults: string[] = [];
  const open = new Set(settled);
  for (const page of pages) {
    const reading = readings.get(page.name);
    if (!isReadAsItIs(page, reading)) {
      faults.push(`${page.name}: its text was not read a second time`);
      continue;
    }
    for (const [n, { sign, start, end }] of page.mentions.entries()) {
      const surface = page.text.slice(start, end);
      const second = reading!.signs[n]!;
      const entry = settled.find((each) => each.page === page.name && each.n === n && each.surface === surface);
      if (entry) open.delete(entry);
      if (entry ? entry.second === second && entry.settled === sign : second === sign) continue;
      faults.push(`${page.name} [${n} ${surface}]: the source says ${sign}, the second reading ${second}; settle it`);
    }
  }
  for (const { page, n, surface } of open) faults.push(`settled.tsv: ${page} has no mention ${n} “${surface}”`);
  return faults;
}

/** Was the page read a second time with the text and mentions that it has now? */
export const isReadAsItIs = (page: BuiltPage, reading: Reading | undefined): boolean =>
  reading?.key === readingKey(page) && reading.signs.length === page.mentions.length;

/** How far the two readings agree: share of mentions, and Cohen's kappa over +, - and ?. */
export function agreement(pages: readonly BuiltPage[], settled: readonly Settled[]): { share: number; kappa: number } {
  const pairs = pages.flatMap(({ name, mentions }) => {
    const here = settled.filter(({ page }) => page === name);
    return mentions.map(({ sign }, n) => {
      const entry = here.find((each) => each.n === n);
      return entry ? ([entry.first, entry.second] as const) : ([sign, sign] as const);
    });
  });
  const share = pairs.filter(([a, b]) => a === b).length / pairs.length;
  let chance = 0;
  for (const sign of '+-?') {
    const first = pairs.filter(([a]) => a === sign).length / pairs.length;
    chance += (first * pairs.filter(([, b]) => b === sign).length) / pairs.length;
  }
  return { share, kappa: (share - chance) / (1 - chance) };
}
