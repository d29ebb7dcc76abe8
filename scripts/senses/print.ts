import { barsOf, isMet } from './bars.ts';
import { accuracy, BASELINES, count, f1, type Interval, precision, recall } from './figures.ts';
import type { MeasuredSet } from './report.ts';
import { isOver, type Row } from './rows.ts';

export const percent = (value: number) => (Number.isNaN(value) ? '–' : `${(100 * value).toFixed(1)} %`);
export const range = (interval: Interval | null) =>
  interval && !Number.isNaN(interval.low)
    ? `${(100 * interval.low).toFixed(1)}–${(100 * interval.high).toFixed(1)}`
    : '';

/** Every error on a line: what, page, the mention with its neighbours, and why it was decided so. */
export function errorLines({ pages }: MeasuredSet): string[] {
  return pages.flatMap(({ rows, strays }) => [
    ...rows.filter(({ isForm, marked, label }) => isForm && marked !== label.is_ai_sense).map(errorLine),
    ...strays
      .filter(({ mark }) => !rows.some(({ label }) => isOver(mark, label)))
      .map(({ page, mark }) => `STRAY    ${page.name}  ${mark.id} at ${mark.start}  (${mark.reason})`),
  ]);
}

function errorLine({ label, marked, match }: Row): string {
  const { context, start, surface } = label;
  const end = start + surface.length;
  const text = `${context.slice(Math.max(0, start - 50), start)}[${surface}]${context.slice(end, end + 40)}`;
  const what = marked ? 'FALSE ON' : 'MISSED  ';
  const reason = match ? match.reason : 'nothing matched';
  return `${what} ${label.page}  ${label.hard ? 'hard  ' : ''}${text}  (${reason})`;
}

/** The figures of a set in a few lines. */
export function summaryLines(set: MeasuredSet): string[] {
  const rows = set.pages.flatMap((page) => page.rows);
  const known = rows.filter(({ isForm }) => isForm);
  const lines = [
    `\n${set.name}: ${set.pages.length} pages, ${rows.length} labels, ${rows.length - known.length} of them of words that are no form yet`,
  ];
  for (const bar of barsOf(set.pages)) {
    const value = bar.isMost ? bar.value.toFixed(2) : percent(bar.value);
    const met = isMet(bar);
    const verdict = met === null ? '' : met ? 'met' : 'NOT MET';
    lines.push(
      `  ${bar.what.padEnd(56)} ${value.padStart(7)}  ${range(bar.interval).padEnd(11)}  ${verdict.padEnd(8)} ${bar.of}`,
    );
  }
  const pages = new Map(set.pages.map((page) => [page.page.name, page]));
  for (const [name, verdict] of Object.entries(BASELINES)) {
    const counts = count(known, verdict(pages));
    const hard = count(
      known.filter(({ label }) => label.hard),
      verdict(pages),
    );
    lines.push(
      `  ${name.padEnd(56)} precision ${percent(precision(counts))}, recall ${percent(recall(counts))}, F1 ${percent(f1(counts))}, hard cases right ${percent(accuracy(hard))}`,
    );
  }
  return lines;
}
