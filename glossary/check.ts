import type { Fault } from './faults.ts';
import type { ReadFile } from './read/read-glossary.ts';
import { rules } from './rules/index.ts';
import type { Glossary } from './rules/rule.ts';
import type { EntrySource } from './schema.ts';

export interface Checked {
  glossary: Glossary;
  /** Faults of every file, those of its shape included, in the order of files and rules. */
  faults: Fault[];
}

/**
 * Runs every rule over every file that can be read. `today` is an ISO date, by default the day that
 * has begun somewhere on earth, so that no author's time zone is "in the future".
 */
export function checkGlossary(files: readonly ReadFile[], today = latestDay(), only?: string): Checked {
  const entries = files.flatMap(({ entry }) => (entry ? [entry] : []));
  const glossary: Glossary = {
    entries,
    byId: new Map(entries.map((entry) => [entry.id, entry])),
    ids: new Set(files.map(({ id }) => id)),
    today,
  };
  const faults = files
    .filter(({ id }) => only === undefined || id === only)
    .flatMap(({ entry, broken, faults: shape }) => [...shape, ...(entry ? check(entry, broken, glossary) : [])]);
  return { glossary, faults };
}

function check(entry: EntrySource, broken: ReadonlySet<string>, glossary: Glossary): Fault[] {
  return rules.flatMap((rule) =>
    rule
      .check(entry, glossary)
      .filter(({ where }) => !broken.has(where.split(/[.[]/)[0]!))
      .map((finding) => ({ severity: 'error', ...finding, file: entry.file, rule: rule.name })),
  );
}

function latestDay(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
}
