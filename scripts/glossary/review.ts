/**
 * npm run glossary:review               writes docs/glossary-review.md from the entries' records
 * npm run glossary:review -- --check    writes nothing; exit code 1 when the page is not up to date (used at release)
 *
 * `--out FILE` names another page. Exit code 1, and nothing written, when an entry's file cannot be read.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { report } from '../../glossary/faults.ts';
import { readFolder } from '../../glossary/read/read-glossary.ts';
import { reviewPage, sumReadings } from '../../glossary/review.ts';
import { readArguments } from '../lib/arguments.ts';
import { Refusal, runCommand } from '../lib/refusal.ts';
import { termsFolder } from './terms-folder.ts';

const USAGE = 'npm run glossary:review -- [--check] [--out FILE]';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OPTIONS = { check: { type: 'boolean', default: false }, out: { type: 'string' } } as const;

await runCommand(async (args) => {
  const { values } = readArguments(args, OPTIONS, USAGE);
  const path = resolve(values.out ?? `${ROOT}/docs/glossary-review.md`);
  const name = relative(ROOT, path);
  const files = readFolder(termsFolder());
  // A record that cannot be read would be missing from the sums.
  const broken = files.flatMap(({ faults }) => faults);
  if (broken.length) throw new Refusal(`The records cannot be summed up:\n${report(broken)}`);
  const entries = files.flatMap(({ entry }) => entry ?? []);
  const page = reviewPage(entries);
  const { read, claims, faults } = sumReadings(entries);
  const sums = `${read} of ${entries.length} entries read, ${claims} claims checked, ${faults} faults found`;
  if (values.check) {
    if (!existsSync(path) || readFileSync(path, 'utf8') !== page)
      throw new Refusal(`${name} is not up to date: npm run glossary:review writes it.`);
    console.log(`${name} is up to date: ${sums}.`);
  } else {
    writeFileSync(path, page);
    console.log(`Wrote ${name}: ${sums}.`);
  }
  return 0;
});
