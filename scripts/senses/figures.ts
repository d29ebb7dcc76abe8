import { createRandom, pick } from '../../tests/bench/random.ts';
import { quantile } from '../../tests/bench/statistics.ts';
import type { PageRows, Row } from './rows.ts';

export interface Counts {
  /** Labels judged. */
  n: number;
  /** AI sense and marked; AI sense, not marked; another sense and marked; another sense, not marked. */
  hit: number;
  missed: number;
  falseOn: number;
  left: number;
}

export type Verdict = (row: Row) => boolean;
export const asMarked: Verdict = ({ marked }) => marked;

export function count(rows: readonly Row[], isMarked: Verdict = asMarked): Counts {
  const counts = { n: rows.length, hit: 0, missed: 0, falseOn: 0, left: 0 };
  for (const row of rows) {
    if (row.label.is_ai_sense) counts[isMarked(row) ? 'hit' : 'missed']++;
    else counts[isMarked(row) ? 'falseOn' : 'left']++;
  }
  return counts;
}

/** Each is NaN where there is nothing to divide by. */
export const precision = ({ hit, falseOn }: Counts) => hit / (hit + falseOn);
export const recall = ({ hit, missed }: Counts) => hit / (hit + missed);
export const specificity = ({ left, falseOn }: Counts) => left / (left + falseOn);
export const accuracy = ({ n, hit, left }: Counts) => (hit + left) / n;
export const f1 = (counts: Counts) => (2 * counts.hit) / (2 * counts.hit + counts.falseOn + counts.missed);

/** A form needs so many labels of each sense to be judged by itself. */
const LEAST_OF_EACH = 3;

/** Risky forms with enough labels of each sense; all others are one group, "others". */
export function groupsOf(rows: readonly Row[]): (row: Row) => string {
  const seen = new Map<string, [ai: number, other: number]>();
  for (const { label } of rows) {
    const counts = seen.get(label.form) ?? [0, 0];
    counts[label.is_ai_sense ? 0 : 1]++;
    seen.set(label.form, counts);
  }
  const alone = new Set([...seen].filter(([, counts]) => Math.min(...counts) >= LEAST_OF_EACH).map(([form]) => form));
  return ({ label }) => (alone.has(label.form) ? label.form : 'others');
}

/** Mean over groups of (recall + specificity) / 2. Groups that lack one sense, as in a resample, are left out. */
export function balanced(rows: readonly Row[], groupOf: (row: Row) => string, isMarked: Verdict = asMarked): number {
  const values = [...Map.groupBy(rows, groupOf).values()]
    .map((group) => count(group, isMarked))
    .map((counts) => (recall(counts) + specificity(counts)) / 2)
    .filter((value) => !Number.isNaN(value));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export interface Interval {
  low: number;
  high: number;
}

const ROUNDS = 1_000;
const SEED = 5;

/**
 * 95 % interval of a statistic by drawing pages with replacement, since mentions of one page are not independent.
 * Always the same for the same pages. NaN where the statistic is NaN in most draws.
 */
export function interval(pages: readonly PageRows[], statistic: (rows: Row[]) => number): Interval {
  const random = createRandom(SEED);
  const values: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const rows = pages.flatMap(() => pick(random, pages).rows);
    const value = statistic(rows);
    if (!Number.isNaN(value)) values.push(value);
  }
  if (values.length < ROUNDS / 2) return { low: Number.NaN, high: Number.NaN };
  return { low: quantile(values, 0.025), high: quantile(values, 0.975) };
}

/** Marks without a label that asks for them, per 1,000 words of pages about other things. */
export function straysPer1000(pages: readonly PageRows[]): { strays: number; words: number; per1000: number } {
  const others = pages.filter(({ page }) => page.about === 'other');
  const strays = others.reduce((sum, each) => sum + each.strays.length, 0);
  const words = others.reduce((sum, each) => sum + each.words, 0);
  return { strays, words, per1000: (1000 * strays) / words };
}

/** Pages about AI on which every labelled unmistakable word that is a form is marked at least once. */
export function fullPages(pages: readonly PageRows[]): { full: number; of: number; lacking: string[] } {
  const lacking: string[] = [];
  let of = 0;
  for (const { page, rows } of pages) {
    if (page.about !== 'ai') continue;
    const heads = Map.groupBy(
      rows.filter(({ label, isForm }) => isForm && label.is_ai_sense && !label.ambiguous),
      ({ label }) => label.form,
    );
    if (!heads.size) continue;
    of++;
    const missing = [...heads].filter(([, mentions]) => !mentions.some(({ marked }) => marked));
    if (missing.length) lacking.push(`${page.name}: ${missing.map(([form]) => form).join(', ')}`);
  }
  return { full: of - lacking.length, of, lacking };
}

/** Simple methods to compare with. */
export const BASELINES: Record<string, (pages: ReadonlyMap<string, PageRows>) => Verdict> = {
  'mark every match': () => (row) => row.match !== null || row.isForm,
  'mark on pages about AI only': (pages) => (row) => row.isForm && pages.get(row.page.name)!.isAboutAi,
  'risky words on pages about AI, others everywhere': (pages) => (row) =>
    row.isForm && (row.match?.risk === 'none' || pages.get(row.page.name)!.isAboutAi),
};
