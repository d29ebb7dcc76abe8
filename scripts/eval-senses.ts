/**
 * npm run eval:senses -- [--fast] [--write] [--pages FOLDER] [--only own|FOLDER's name] [--split train|test]
 *   [--errors] [--wide] [--gate] [--raise]
 *
 * Measures how well words are marked: our own labelled pages (tests/senses), those of ../shared/pages where they are,
 * and those of `--pages`, each for itself. By itself it opens every page in real Chromium with the built extension and
 * decides in process as well, to say how far the two differ; `--fast` decides in process only. `--errors` prints each
 * error on a line. `--write` writes docs/precision.md. `--wide` (in process) takes the labels' own words for forms too.
 * `--gate` fails when our own pages are marked worse than tests/senses/levels.json says was reached; `--raise` lifts the
 * levels to what is measured, and never lowers one.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { readArguments } from './lib/arguments.ts';
import { Refusal, runCommand } from './lib/refusal.ts';
import { ROOT } from './lib/setup.mjs';
import { barsOf } from './senses/bars.ts';
import { gateFaults, type Levels, raisedLevels } from './senses/gate.ts';
import { judgeInBrowser } from './senses/judge-in-browser.ts';
import { folderSet, type LabelledSet, ownSet } from './senses/labelled-set.ts';
import { errorLines, summaryLines } from './senses/print.ts';
import { type MeasuredSet, toMarkdown } from './senses/report.ts';
import { rowsOf } from './senses/rows.ts';

const USAGE =
  'npm run eval:senses -- [--fast] [--write] [--pages FOLDER] [--only SET] [--split train|test] [--errors] [--wide] [--gate] [--raise]';
const OPTIONS = {
  fast: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  pages: { type: 'string' },
  only: { type: 'string' },
  split: { type: 'string' },
  errors: { type: 'boolean', default: false },
  wide: { type: 'boolean', default: false },
  gate: { type: 'boolean', default: false },
  raise: { type: 'boolean', default: false },
} as const;
const LEVELS = join(ROOT, 'tests/senses/levels.json');
const SHARED = join(ROOT, '../shared/pages');

await runCommand(async (args) => {
  const { values } = readArguments(args, OPTIONS, USAGE);
  if (values.write && values.fast) throw new Refusal(`--write needs the browser: leave --fast out.\n${USAGE}`);
  if (values.wide && !values.fast) throw new Refusal(`--wide decides in process: add --fast.\n${USAGE}`);
  const sets = chooseSets(values);
  prepare();
  const { module } = await runnerImport<typeof import('./senses/judge-in-process')>(
    join(ROOT, 'scripts/senses/judge-in-process.ts'),
    { root: ROOT, configFile: false, logLevel: 'error' },
  );
  const inBrowser = values.fast ? null : await judgeInBrowser(sets, (line) => process.stderr.write(`\r\x1b[K${line}`));
  if (inBrowser) process.stderr.write('\n');
  const measured = sets.map((set): MeasuredSet => {
    const judged = module.judgeInProcess({ set, terms: join(ROOT, 'glossary/terms'), wide: values.wide });
    const inProcess = set.pages.map((page) => {
      const each = judged.get(page.name)!;
      return rowsOf(
        page,
        each,
        each.matches.filter(({ kept }) => kept),
      );
    });
    const pages =
      inBrowser && set.pages.map((page) => rowsOf(page, judged.get(page.name)!, inBrowser.marks.get(page.name)!));
    return { name: set.name, pages: pages ?? inProcess, inProcess };
  });
  for (const set of measured) {
    if (values.errors) for (const line of errorLines(set)) console.log(line);
    for (const line of summaryLines(set)) console.log(line);
  }
  if (values.write) {
    const file = join(ROOT, 'docs/precision.md');
    const command = ['npm run eval:senses', ...(args.length ? ['--', ...args] : [])].join(' ');
    writeFileSync(
      file,
      toMarkdown(measured, { command, commit: commit(), browser: inBrowser!.browser, date: today() }),
    );
    console.log(`Written: ${relative(ROOT, file)}`);
  }
  return values.gate || values.raise ? gate(measured, values.raise) : 0;
});

function gate(measured: readonly MeasuredSet[], isRaised: boolean): number {
  const own = measured.find(({ name }) => name === 'own');
  if (!own) throw new Refusal('The gate is about our own pages: leave --only out, or say --only own.');
  const bars = barsOf(own.pages);
  const levels: Levels = existsSync(LEVELS) ? JSON.parse(readFileSync(LEVELS, 'utf8')) : {};
  if (isRaised) writeFileSync(LEVELS, `${JSON.stringify(raisedLevels(bars, levels), null, 2)}\n`);
  const faults = gateFaults(bars, isRaised ? raisedLevels(bars, levels) : levels);
  for (const fault of faults) console.log(fault);
  return faults.length ? 1 : 0;
}

/** Vite reads our tsconfig, which extends one that WXT writes. */
function prepare(): void {
  if (existsSync(join(ROOT, '.wxt/tsconfig.json'))) return;
  execFileSync(process.execPath, [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'prepare'], { cwd: ROOT });
}

function chooseSets({ pages, only, split }: { pages?: string; only?: string; split?: string }): LabelledSet[] {
  const folders = [...(existsSync(join(SHARED, 'labels.jsonl')) ? [SHARED] : []), ...(pages ? [resolve(pages)] : [])];
  let own: LabelledSet[] = [];
  try {
    if (!only || only === 'own') own = [ownSet()];
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
  const others = folders.filter((folder) => !only || basename(folder) === only).map(folderSet);
  const sets = [...own, ...others];
  if (!sets.length) throw new Refusal(`--only ${only}: there is no such set.\n${USAGE}`);
  if (!split) return sets;
  if (split !== 'train' && split !== 'test') throw new Refusal(`--split ${split}: it is train or test.`);
  return sets.map((set) => ({ ...set, pages: set.pages.filter((page) => page.split === split) }));
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
