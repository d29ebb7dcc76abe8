import {
  accuracy,
  balanced,
  count,
  fullPages,
  groupsOf,
  type Interval,
  interval,
  precision,
  recall,
  straysPer1000,
} from './figures.ts';
import type { PageRows, Row } from './rows.ts';

/** One promise about precision: what was measured, and what it should be. */
export interface Bar {
  what: string;
  value: number;
  interval: Interval | null;
  bar: number;
  isMost?: boolean;
  /** What the value is made of: "812 of 840". */
  of: string;
}

export const isMet = ({ value, bar, isMost }: Bar): boolean | null =>
  Number.isNaN(value) ? null : isMost ? value <= bar : value >= bar;

/** The bars, over labels whose words are a form of the glossary. */
export function barsOf(pages: readonly PageRows[]): Bar[] {
  const judged = pages.map((page) => ({ ...page, rows: page.rows.filter(({ isForm }) => isForm) }));
  const rows = judged.flatMap((page) => page.rows);
  const risky = ({ label }: Row) => label.ambiguous;
  const hard = ({ label }: Row) => label.hard;
  const groupOf = groupsOf(rows.filter(risky));
  const bar = (
    what: string,
    wanted: (row: Row) => boolean,
    measure: typeof precision,
    least: number,
    of: string,
  ): Bar => {
    const statistic = (some: readonly Row[]) => measure(count(some.filter(wanted)));
    return { what, value: statistic(rows), interval: interval(judged, statistic), bar: least, of };
  };
  const share = (wanted: (row: Row) => boolean) => {
    const { n, hit, falseOn, missed } = count(rows.filter(wanted));
    return `${n} labels: ${hit} marked rightly, ${falseOn} wrongly, ${missed} missed`;
  };
  const all = () => true;
  const balance = (some: readonly Row[]) => balanced(some.filter(risky), groupOf);
  const strays = straysPer1000(pages);
  const full = fullPages(pages);
  const groups = new Set(rows.filter(risky).map(groupOf)).size;
  return [
    bar('all mentions, precision', all, precision, 0.97, share(all)),
    bar('all mentions, recall', all, recall, 0.92, ''),
    bar('risky forms, precision', risky, precision, 0.95, share(risky)),
    bar('risky forms, recall', risky, recall, 0.9, ''),
    bar('hard cases, accuracy', hard, accuracy, 0.85, share(hard)),
    {
      what: 'risky forms, mean of (recall + specificity) / 2',
      value: balance(rows),
      interval: interval(judged, balance),
      bar: 0.93,
      of: `${groups} groups of forms`,
    },
    {
      what: 'false marks per 1,000 words, pages about other things',
      value: strays.per1000,
      interval: null,
      bar: 0.1,
      isMost: true,
      of: `${strays.strays} in ${strays.words.toLocaleString('en')} words`,
    },
    {
      what: 'pages about AI with every unmistakable word marked',
      value: full.full / full.of,
      interval: null,
      bar: 0.95,
      of: `${full.full} of ${full.of}`,
    },
  ];
}
