import { type FirstScan, FLOOR, JOIN_FLOOR, MARK, MARK_REGEX, ours } from './first-scan.ts';
import type { Report } from './run.ts';

export interface Bar {
  what: string;
  /** Null where it was not measured; the row then says why. */
  value: number | null;
  unit: '×' | 'ms' | 'bytes';
  /** The figure must not be over it, or for `atLeast` not below it. */
  bar: number;
  goal?: number;
  atLeast?: boolean;
  note?: string;
}

export const isMet = ({ value, atLeast }: Bar, bar: number): boolean | null =>
  value === null ? null : atLeast ? value >= bar : value <= bar;

const COUNTS = [1_000, 4_000];
const BIG_PAGE = /^5 MB/;

/** Every figure that we promise, with its bar. */
export function barsOf({ scans, visits, weight }: Report): Bar[] {
  return [...scans.flatMap(scanBars), ...visits.flatMap(visitBars), ...weightBars(weight)];
}

/** Ratio of medians of one run; null when one of them is missing. */
export function ratio({ figures }: FirstScan, one: string, other: string): number | null {
  const [a, b] = [figures[one], figures[other]];
  return a && b ? a.median / b.median : null;
}

function scanBars(scan: FirstScan): Bar[] {
  const plain = (count: number) => ours(count, false);
  const label = (count: number, against: string) => `first scan of ${scan.page}, ${count} forms ÷ ${against}`;
  const bars = COUNTS.flatMap((count): Bar[] => [
    {
      what: label(count, FLOOR),
      value: ratio(scan, plain(count), FLOOR),
      unit: '×',
      bar: scan.isArticle ? 5 : 3,
    },
    {
      what: label(count, JOIN_FLOOR),
      value: ratio(scan, plain(count), JOIN_FLOOR),
      unit: '×',
      bar: 2,
      goal: 1.5,
    },
  ]);
  const rivals = { [MARK]: { bar: 300, goal: 600 }, [MARK_REGEX]: { bar: 2, goal: 3 } };
  for (const [rival, limits] of Object.entries(rivals)) {
    bars.push({
      what: `${rival} ÷ first scan of ${scan.page}`,
      value: ratio(scan, rival, plain(4_000)),
      unit: '×',
      ...limits,
      atLeast: true,
      note: scan.figures[rival] === null ? 'did not end within 60 s' : scan.figures[rival]?.isExtrapolated ? '~' : '',
    });
  }
  return bars;
}

function visitBars({ page, opened, longestOwnTask, firstMarks }: Report['visits'][number]): Bar[] {
  const where = `${page}, opened ${opened}`;
  const bars: Bar[] = [
    {
      what: `first marks registered, own CPU, median: ${where}`,
      value: firstMarks?.median ?? null,
      unit: 'ms',
      bar: 10,
    },
  ];
  if (!BIG_PAGE.test(page)) return bars;
  return [
    { what: `longest own task, median: ${where}`, value: longestOwnTask.median, unit: 'ms', bar: 12 },
    { what: `longest own task, p95: ${where}`, value: longestOwnTask.p95, unit: 'ms', bar: 16 },
    ...bars,
  ];
}

function weightBars({ contentWithoutForms, forms }: Report['weight']): Bar[] {
  return [
    { what: 'content.js without forms, gzipped', value: contentWithoutForms, unit: 'bytes', bar: 12_000 },
    ...forms.flatMap(({ count, per1000, ready }): Bar[] => [
      { what: `forms per 1,000 of ${count}, gzipped`, value: per1000, unit: 'bytes', bar: 6_000, goal: 5_000 },
      { what: `table of ${count} forms ready, median`, value: ready.median, unit: 'ms', bar: count === 1_000 ? 4 : 6 },
    ]),
  ];
}
