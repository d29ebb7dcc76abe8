import { expect, test } from 'vitest';
import { barsOf, isMet } from './bars';
import { type Figure, FLOOR, JOIN_FLOOR, MARK, MARK_REGEX, ours } from './first-scan';
import { toMarkdown } from './markdown';
import type { Report } from './run';

const figure = (median: number, isExtrapolated = false): Figure => ({
  median,
  p95: median * 2,
  n: 3,
  isExtrapolated,
  result: 1,
});
const same = (median: number) => ({ median, p95: median, n: 3 });

const report: Report = {
  date: '2026-01-02',
  command: 'npm run bench',
  commit: 'abc1234',
  machine: { cpu: 'A CPU', cores: 4, browser: 'Chromium 1', loadBefore: 0.1, loadAfter: 9 },
  builtForms: 4_000,
  scans: [
    {
      page: 'small article',
      isArticle: true,
      bytes: 9_000,
      figures: {
        [FLOOR]: figure(1),
        [JOIN_FLOOR]: figure(2),
        [ours(1_000, false)]: figure(3),
        [ours(4_000, false)]: figure(6),
        [MARK]: figure(6_000, true),
        [MARK_REGEX]: null,
      },
    },
  ],
  visits: [],
  missing: ['5 MB specification'],
  weight: {
    content: 30_000,
    contentWithoutForms: 12_001,
    sense: 4_000,
    guard: 900,
    explain: 4_000,
    forms: [{ count: 1_000, bytes: 4_800, per1000: 4_800, ready: same(4) }],
  },
};

test('holds each ratio of medians against its bar', () => {
  const bars = barsOf(report);
  const met = Object.fromEntries(bars.map((bar) => [bar.what, [bar.value, isMet(bar, bar.bar)]]));
  expect(met['first scan of small article, 1000 forms ÷ floor']).toEqual([3, true]);
  expect(met['first scan of small article, 4000 forms ÷ floor']).toEqual([6, false]);
  expect(met['first scan of small article, 4000 forms ÷ join floor']).toEqual([3, false]);
  expect(met[`${MARK} ÷ first scan of small article`]).toEqual([1000, true]);
  expect(met[`${MARK_REGEX} ÷ first scan of small article`]).toEqual([null, null]);
  expect(met['content.js without forms, gzipped']).toEqual([12_001, false]);
});

test('writes misses, what was extrapolated and what was not measured', () => {
  const page = toMarkdown(report);
  expect(page).toContain('5 met, 3 not met, 1 not measured');
  expect(page).toContain('~1,000 ×');
  expect(page).toContain('did not end within 60 s');
  expect(page).toContain('no first scan was measured of 5 MB specification');
  expect(page).toContain('Load average: 0.1 before, 9.0 after (other work ran beside it');
});
