/**
 * npm run eval:senses -- [--pages FOLDER] [--wide] [--stats] [--all]
 *
 * Asks matcher and sense about every labelled mention of a set of real pages and prints precision,
 * recall and F1 for all forms, risky ones and hard cases, then the errors, a line each.
 * `--wide` adds the labels' own words as forms without cues, to see how page and section alone decide
 * about words that the glossary does not hold yet. `--stats` prints each page's evidence.
 * Labels whose words are no form are counted, not judged.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';

const args = process.argv.slice(2);
const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const root = resolve(import.meta.dirname, '..');
const folder = resolve(option('--pages') ?? join(root, '../shared/pages'));

if (!existsSync(join(folder, 'labels.jsonl'))) {
  console.log(`no labels.jsonl in ${folder}: name the folder of labelled pages with --pages`);
  process.exit(args.includes('--pages') ? 1 : 0);
}

const { module } = await runnerImport<typeof import('./senses/judge')>(join(root, 'scripts/senses/judge.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
});
const locate = readFileSync(join(folder, 'locate.js'), 'utf8');
const labels = readFileSync(join(folder, 'labels.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as import('./senses/judge').Label);

const judged = await module.judge({
  folder,
  labels,
  locate,
  terms: join(root, 'glossary/terms'),
  wide: args.includes('--wide'),
});

if (args.includes('--stats')) for (const page of judged.pages) console.log(page);
for (const { label, kept, reason, text } of judged.rows) {
  if (!args.includes('--all') && kept === label.is_ai_sense) continue;
  const verdict = kept === label.is_ai_sense ? 'right   ' : kept ? 'FALSE ON' : 'MISSED  ';
  console.log(`${verdict} ${label.page}  ${text}  (${reason})`);
}
const table = [
  ['all judged', judged.rows],
  ['risky forms', judged.rows.filter((row) => row.risk !== 'none')],
  ['hard cases', judged.rows.filter((row) => row.label.hard)],
] as const;
for (const [name, rows] of table) {
  const count = (kept: boolean, ai: boolean) =>
    rows.filter((row) => row.kept === kept && row.label.is_ai_sense === ai).length;
  const [hit, falseOn, missed] = [count(true, true), count(true, false), count(false, true)];
  const precision = hit / (hit + falseOn);
  const recall = hit / (hit + missed);
  const f1 = (2 * precision * recall) / (precision + recall);
  const percent = (value: number) => (Number.isNaN(value) ? '   – ' : `${(100 * value).toFixed(1)}%`);
  console.log(
    `${name.padEnd(12)} n ${String(rows.length).padStart(3)}  precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}  false on ${falseOn}, missed ${missed}`,
  );
}
console.log(`${labels.length - judged.rows.length} of ${labels.length} labels are about words that are no form yet`);
