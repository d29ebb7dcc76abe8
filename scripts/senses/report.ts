import { type Bar, barsOf, isMet } from './bars.ts';
import {
  accuracy,
  asMarked,
  BASELINES,
  type Counts,
  count,
  f1,
  fullPages,
  precision,
  recall,
  specificity,
} from './figures.ts';
import { percent, range } from './print.ts';
import type { PageRows, Row } from './rows.ts';

export interface MeasuredSet {
  name: string;
  /** By the built extension, or in process where no browser was asked. */
  pages: PageRows[];
  inProcess: PageRows[];
}

export interface Run {
  command: string;
  commit: string;
  browser: string;
  date: string;
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [line(head), line(head.map((_, i) => (i ? '---:' : '---'))), ...rows.map(line)].join('\n');

/** docs/precision.md, from figures alone. */
export function toMarkdown(sets: readonly MeasuredSet[], { command, commit, browser, date }: Run): string {
  const parts = [
    '# Precision',
    'Written by `npm run eval:senses -- --write`; do not edit it by hand. How well the built extension tells AI terms from the same words in other senses, “every mention” on, in a real browser.',
    `- Run: ${date}, \`${command}\`, commit ${commit}\n- ${browser}, headless; every page freshly opened, read to its end, all decided marks taken`,
    '**Own** pages are ours (`tests/senses`, written to be hard: every page holds risky words, many in the sense that its page does not suggest). **Other sets** are real pages with labels that were made for this, which are not ours to publish. Cues and weights may be tuned on *train* pages; *test* pages are for reporting. Intervals are of 95 %, by drawing pages with replacement. Labels of words that are no form of the glossary yet are counted apart and judged nowhere.',
  ];
  for (const set of sets) parts.push(...setParts(set));
  return `${parts.join('\n\n')}\n`;
}

function setParts(set: MeasuredSet): string[] {
  const rows = rowsIn(set.pages);
  const known = rows.filter(({ isForm }) => isForm);
  const test = set.pages.filter(({ page }) => page.split === 'test');
  const unknown = rows.length - known.length;
  return [
    `## ${set.name === 'own' ? 'Own pages' : `Set “${set.name}”`}`,
    `${set.pages.length} pages, ${test.length} of them for testing; ${rows.length} labels, ${known.length} of words that are forms of the glossary and ${unknown} that are not yet.`,
    barTable(barsOf(test), barsOf(set.pages)),
    '### Beside simple methods',
    baselines(set.pages, known),
    '### By what the page is about',
    `${groupTable(known, ({ page }) => ({ ai: 'AI', mixed: 'mixed', other: 'other things' })[page.about])}`,
    '### By kind of page',
    groupTable(known, ({ page }) => page.kind),
    '### By language',
    groupTable(known, ({ page }) => page.lang.slice(0, 2)),
    '### Risky forms',
    formTable(known.filter(({ label }) => label.ambiguous)),
    lackingPart(set.pages),
    differencePart(set),
  ].filter(Boolean);
}

const rowsIn = (pages: readonly PageRows[]) => pages.flatMap((page) => page.rows);

function barTable(test: readonly Bar[], all: readonly Bar[]): string {
  const shown = (bar: Bar) => (bar.isMost ? bar.value.toFixed(2) : percent(bar.value));
  const verdict = (bar: Bar) => ({ true: 'met', false: '**not met**', null: '–' })[String(isMet(bar)) as 'true'];
  return table(
    ['measure', 'test pages', '95 %', 'all pages', '95 %', 'bar', 'on test pages', 'all pages are'],
    test.map((bar, i) => {
      const whole = all[i]!;
      const limit = bar.isMost ? `≤ ${bar.bar}` : `≥ ${percent(bar.bar)}`;
      return [
        bar.what,
        shown(bar),
        range(bar.interval),
        shown(whole),
        range(whole.interval),
        limit,
        verdict(bar),
        whole.of,
      ];
    }),
  );
}

function baselines(pages: readonly PageRows[], known: readonly Row[]): string {
  const byName = new Map(pages.map((page) => [page.page.name, page]));
  const hard = known.filter(({ label }) => label.hard);
  const methods = [
    ['AI Gloss', asMarked],
    ...Object.entries(BASELINES).map(([name, make]) => [name, make(byName)]),
  ] as const;
  return table(
    ['method', 'precision', 'recall', 'F1', 'hard cases right'],
    methods.map(([name, verdict]) => {
      const counts = count(known, verdict as typeof asMarked);
      return [
        name as string,
        percent(precision(counts)),
        percent(recall(counts)),
        percent(f1(counts)),
        percent(accuracy(count(hard, verdict as typeof asMarked))),
      ];
    }),
  );
}

const cells = (counts: Counts) => [
  String(counts.n),
  String(counts.hit),
  String(counts.missed),
  String(counts.falseOn),
  String(counts.left),
];
const COUNTS = ['labels', 'marked rightly', 'missed', 'marked wrongly', 'left alone rightly'];

function groupTable(rows: readonly Row[], groupOf: (row: Row) => string): string {
  const groups = [...Map.groupBy(rows, groupOf)].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return table(
    ['', ...COUNTS, 'precision', 'recall'],
    groups.map(([name, group]) => {
      const counts = count(group);
      return [name, ...cells(counts), percent(precision(counts)), percent(recall(counts))];
    }),
  );
}

/** Forms with the most errors first, so that the top is what to work on. */
function formTable(rows: readonly Row[]): string {
  const groups = [...Map.groupBy(rows, ({ label }) => label.form)].map(([form, group]) => ({
    form,
    counts: count(group),
  }));
  const errors = ({ counts }: { counts: Counts }) => counts.missed + counts.falseOn;
  groups.sort((a, b) => errors(b) - errors(a) || (a.form < b.form ? -1 : 1));
  return table(
    ['form', ...COUNTS, 'recall', 'specificity'],
    groups.map(({ form, counts }) => [form, ...cells(counts), percent(recall(counts)), percent(specificity(counts))]),
  );
}

function lackingPart(pages: readonly PageRows[]): string {
  const { lacking } = fullPages(pages);
  return lacking.length
    ? `### Pages about AI on which an unmistakable word is never marked\n\n${lacking.map((each) => `- ${each}`).join('\n')}`
    : '';
}

/** How far the fast way to measure, without a browser, is from the real one. */
function differencePart({ pages, inProcess }: MeasuredSet): string {
  const real = rowsIn(pages);
  const fast = rowsIn(inProcess);
  const differ = real.filter(({ marked }, i) => marked !== fast[i]!.marked);
  const names = differ
    .slice(0, 20)
    .map(
      ({ label, marked }) =>
        `- ${label.page}: “${label.surface}”, marked ${marked ? 'in the browser only' : 'in process only'}`,
    );
  const text = `### In process (\`--fast\`)\n\nDeciding without a browser gives another answer for ${differ.length} of ${real.length} labels.`;
  return [text, names.join('\n')].filter(Boolean).join('\n\n');
}
