/**
 * npm run senses -- check | forms | read [--unread] | record FILE | write FOLDER: the labelled set of tests/senses.
 * `check` builds every page from its source and lists what is wrong; `forms` prints each risky form with its labels in
 * the AI sense and in another; `read` prints the pages in random order without labels, for a second reading, and
 * `record` takes a file with a line per page, name and one sign per mention, into second-reading.tsv; `write` writes
 * pages and labels.jsonl into a folder, in the format that `npm run eval:senses -- --pages` reads.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from './lib/arguments.ts';
import { Refusal, runCommand } from './lib/refusal.ts';
import { ROOT } from './lib/setup.mjs';
import type { BuiltPage } from './senses/build-page.ts';
import { readSet, senseForms } from './senses/read-set.ts';
import {
  agreement,
  isReadAsItIs,
  parseReadings,
  parseSettled,
  readingFaults,
  readingKey,
  readingText,
  shuffled,
} from './senses/second-reading.ts';

const USAGE = 'npm run senses -- check | forms | read [--unread] | record FILE | write FOLDER';
const READINGS = join(ROOT, 'tests/senses/second-reading.tsv');
const SETTLED = join(ROOT, 'tests/senses/settled.tsv');
const SEED = 2026;

await runCommand(async (args) => {
  const { values, positionals } = readArguments(args, { unread: { type: 'boolean', default: false } }, USAGE);
  const [command = 'check', target] = positionals;
  const pages = builtPages();
  const readings = parseReadings(existsSync(READINGS) ? readFileSync(READINGS, 'utf8') : '');
  if (command === 'check') return check(pages, readings);
  if (command === 'forms') printForms(pages);
  else if (command === 'read') {
    for (const page of shuffled(pages, SEED)) {
      if (values.unread && isReadAsItIs(page, readings.get(page.name))) continue;
      console.log(
        `\n=== ${page.name} (${page.mentions.length}) ${page.head.lang}: ${page.head.title}\n${readingText(page)}`,
      );
    }
  } else if (command === 'record' && target) record(pages, readings, readFileSync(target, 'utf8'));
  else if (command === 'write' && target) {
    mkdirSync(target, { recursive: true });
    for (const { name, html } of pages) writeFileSync(join(target, `${name}.html`), html);
    const lines = pages.flatMap(({ labels }) => labels.map((label) => JSON.stringify(label)));
    writeFileSync(join(target, 'labels.jsonl'), `${lines.join('\n')}\n`);
  } else throw new Refusal(USAGE);
  return 0;
});

function builtPages(): BuiltPage[] {
  try {
    return readSet();
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}

function check(pages: BuiltPage[], readings: ReturnType<typeof parseReadings>): number {
  const labels = pages.flatMap((page) => page.labels);
  const count = (test: (label: (typeof labels)[0]) => boolean) => labels.filter(test).length;
  console.log(
    `${pages.length} pages, ${pages.reduce((sum, { words }) => sum + words, 0)} words, ${labels.length} labels: ` +
      `${count((l) => l.ambiguous && l.is_ai_sense)} risky in the AI sense, ${count((l) => l.ambiguous && !l.is_ai_sense)} in another, ` +
      `${count((l) => !l.ambiguous)} unmistakable; ${count((l) => l.hard)} hard`,
  );
  const settled = parseSettled(readFileSync(SETTLED, 'utf8'));
  const { share, kappa } = agreement(pages, settled);
  console.log(`The two readings agree on ${(100 * share).toFixed(1)} % of the mentions (kappa ${kappa.toFixed(3)}).`);
  const faults = readingFaults(pages, readings, settled);
  for (const fault of faults) console.log(fault);
  return faults.length ? 1 : 0;
}

function printForms(pages: BuiltPage[]): void {
  const counts = new Map(senseForms().risky.map((form) => [form, [0, 0]]));
  for (const { form, is_ai_sense, ambiguous } of pages.flatMap((page) => page.labels)) {
    if (!ambiguous) continue;
    const count = counts.get(form) ?? [0, 0];
    count[is_ai_sense ? 0 : 1]!++;
    counts.set(form, count);
  }
  for (const [form, [ai, other]] of [...counts].sort()) console.log(`${form}\t${ai}\t${other}`);
}

function record(pages: BuiltPage[], readings: ReturnType<typeof parseReadings>, file: string): void {
  for (const line of file.split('\n').filter(Boolean)) {
    const [name, signs = ''] = line.split(/\s+/) as [string, string?];
    const page = pages.find((each) => each.name === name);
    if (!page) throw new Refusal(`There is no page ${name}.`);
    if (!/^[+?-]*$/.test(signs) || signs.length !== page.mentions.length) {
      throw new Refusal(`${name} has ${page.mentions.length} mentions, and “${signs}” is ${signs.length} signs.`);
    }
    readings.set(name, { key: readingKey(page), signs });
  }
  const lines = [...readings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { key, signs }]) => `${name}\t${key}\t${signs}`);
  writeFileSync(READINGS, `# page, key of the text that was read, one sign per mention\n${lines.join('\n')}\n`);
}
