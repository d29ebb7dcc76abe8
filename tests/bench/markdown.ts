import { type Bar, barsOf, isMet, ratio } from './bars.ts';
import { type FirstScan, FLOOR, JOIN_FLOOR } from './first-scan.ts';
import type { Report } from './run.ts';
import type { Summary } from './statistics.ts';

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]) =>
  [row(...head), row(...head.map((_, i) => (i ? '---:' : '---'))), ...rows.map((cells) => row(...cells))].join('\n');

/** Three digits that count: 0.42, 7.31, 48.2, 1,234. */
export const digits = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString('en')
    : value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 1 });
const ms = ({ median, p95, n }: Summary) => [digits(median), digits(p95), String(n)];
const verdict = (met: boolean | null) => (met === null ? 'not measured' : met ? 'met' : '**not met**');

/** docs/performance.md, from figures alone. */
export function toMarkdown(report: Report): string {
  const { machine, date, command, commit, visits, weight, builtForms } = report;
  const bars = barsOf(report);
  const verdicts = bars.map((bar) => isMet(bar, bar.bar));
  const busy = Math.max(machine.loadBefore, machine.loadAfter) > machine.cores * 0.75;
  const count = (wanted: boolean | null) => verdicts.filter((met) => met === wanted).length;
  const parts = [
    '# Performance',
    'Written by `npm run bench`; do not edit it by hand. Every figure below was measured in one run.',
    [
      `- Run: ${date}, \`${command}\`, commit ${commit}`,
      `- Machine: ${machine.cpu}, ${machine.cores} cores; ${machine.browser}, headless, without a GPU`,
      `- Load average: ${machine.loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after${busy ? ' (other work ran beside it: caches were shared, and CPU times are higher than on a machine at rest)' : ''}`,
    ].join('\n'),
    ...(report.missing.length
      ? [`**The run was ended early**: no first scan was measured of ${report.missing.join(', ')}.`]
      : []),
    'Milliseconds are **CPU time of the page’s main thread**, never wall time. Ratios are of medians of the same run; they compare between machines, milliseconds do not. Each figure is of a page that was freshly loaded in a new process, so nothing is compiled or warm. The lists of 1,000 and 4,000 forms are fixed, whatever the glossary holds.',
    `## Bars\n\n${count(true)} met, ${count(false)} not met${count(null) ? `, ${count(null)} not measured` : ''}. Goals are stricter bars that we aim for.`,
    table(
      ['what', 'measured', 'bar', '', 'goal', ''],
      bars.map((bar, i) => barRow(bar, verdicts[i]!)),
    ),
    '## First scan',
    'One script in a new isolated world, as a content script runs; what an empty script costs there is taken off. **Floor**: a TreeWalker that reads the length of every text node. **Join floor**: the same walk, text joined per block, every word hashed. **Ours**: the forms decoded, every run of text read and matched, and with `sense/` every match decided. ~ = `mark()` was stopped after 8 s and its cost carried over to the forms left.',
    ...report.scans.map(scanTable),
    '## The built extension',
    `The release build with ${builtForms.toLocaleString('en')} fixed forms, loaded as a reader has it, traced until the page was read to its end. An own task is what ran of ours in one task of the main thread: our scripts, our callbacks and our promises. Whole task: all of it, the browser’s own part included. First marks: own CPU from the start of \`content.js\`, compiling it included, to the end of the task that registered them.`,
    visitTable(visits),
    '## Weight',
    table(
      ['gzipped', 'bytes'],
      [
        [`content.js with ${builtForms.toLocaleString('en')} forms`, weight.content.toLocaleString('en')],
        ['content.js without forms', weight.contentWithoutForms.toLocaleString('en')],
        ['sense.js without cues (loaded where an AI term was found)', weight.sense.toLocaleString('en')],
        ['guard.js', weight.guard.toLocaleString('en')],
        ['explain.js (loaded when the pointer first rests on a mark)', weight.explain.toLocaleString('en')],
        ...weight.forms.map(({ count: forms, bytes, per1000 }) => [
          `${forms.toLocaleString('en')} forms (per 1,000)`,
          `${bytes.toLocaleString('en')} (${per1000.toLocaleString('en')})`,
        ]),
      ],
    ),
    table(
      ['table of forms ready, cold', 'median ms', 'p95', 'n'],
      weight.forms.map(({ count: forms, ready }) => [`${forms.toLocaleString('en')} forms`, ...ms(ready)]),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function barRow(bar: Bar, met: boolean | null): string[] {
  const sign = bar.atLeast ? '≥' : '≤';
  const value =
    bar.value === null ? bar.note || 'no marks in view' : `${bar.note ?? ''}${digits(bar.value)} ${bar.unit}`;
  const limit = (at: number) => `${sign} ${digits(at)} ${bar.unit}`;
  return [
    bar.what,
    value,
    limit(bar.bar),
    verdict(met),
    bar.goal ? limit(bar.goal) : '',
    bar.goal ? verdict(isMet(bar, bar.goal)) : '',
  ];
}

function scanTable(scan: FirstScan): string {
  const rows = Object.entries(scan.figures).map(([name, figure]) => {
    if (!figure) return [name, 'did not end within 60 s', '', '', '', ''];
    const sign = figure.isExtrapolated ? '~' : '';
    const against = (other: string) => {
      const value = ratio(scan, name, other);
      return value === null ? '' : `${sign}${digits(value)} ×`;
    };
    const [median, p95, n] = ms(figure) as [string, string, string];
    return [name, sign + median, sign + p95, n, against(FLOOR), against(JOIN_FLOOR)];
  });
  const head = [`${scan.page}, ${Math.round(scan.bytes / 1000).toLocaleString('en')} kB`, 'median ms', 'p95', 'n'];
  return table([...head, `÷ ${FLOOR}`, `÷ ${JOIN_FLOOR}`], rows);
}

function visitTable(visits: Report['visits']): string {
  const cell = (summary: Summary | null) =>
    summary ? `${digits(summary.median)} / ${digits(summary.p95)}` : 'none in view';
  return table(
    [
      'page (median / p95, ms)',
      'n',
      'longest own task',
      'longest after the first marks',
      'longest whole task',
      'first marks',
      'of which content.js',
      'all own CPU',
      'painted',
    ],
    visits.map((visit) => [
      `${visit.page}, opened ${visit.opened}`,
      String(visit.longestOwnTask.n),
      cell(visit.longestOwnTask),
      cell(visit.longestLaterTask),
      cell(visit.longestWholeTask),
      cell(visit.firstMarks),
      cell(visit.evaluation),
      cell(visit.ownCpu),
      String(visit.painted),
    ]),
  );
}
