import type { Finding, Severity } from '../faults.ts';
import type { EntrySource } from '../schema.ts';

/** All that a rule may look at beyond its entry. */
export interface Glossary {
  entries: readonly EntrySource[];
  byId: ReadonlyMap<string, EntrySource>;
  /** The id of every file, those that cannot be read included: a link to one is no fault of the linker. */
  ids: ReadonlySet<string>;
  /** ISO date; nothing may be dated after it. */
  today: string;
}

/** One thing that every entry must hold to. `name` is the rule's file name. */
export interface Rule {
  name: string;
  check(entry: EntrySource, glossary: Glossary): Finding[];
}

/** Builds something of the whole glossary once per glossary, for rules that compare entries. */
export function createIndex<T>(build: (glossary: Glossary) => T): (glossary: Glossary) => T {
  const built = new WeakMap<Glossary, T>();
  return (glossary) => {
    const known = built.get(glossary);
    if (known) return known;
    const index = build(glossary);
    built.set(glossary, index);
    return index;
  };
}

/**
 * While the glossary is small, some wants cannot be met (the entry that a link needs is not written
 * yet): they are listed as missing, and become errors from this many entries on.
 */
export const RESOLVED_FROM = 75;
/** Words in quick definitions that nobody explains: an error from this many entries on. */
export const PLAIN_FROM = 500;

export function severityFrom(glossary: Glossary, entries: number): Severity {
  return glossary.ids.size >= entries ? 'error' : 'missing';
}

/** A text with its place in the entry. */
export interface Passage {
  where: string;
  text: string;
}

/** All prose of an entry that readers see, as Markdown, with its place. */
export function passages(entry: EntrySource): Passage[] {
  return [
    { where: 'quick', text: entry.quick },
    ...entry.explanation.map((text) => ({ where: 'explanation', text })),
    ...entry.contrasts.map(({ difference }, i) => ({ where: `contrasts[${i}].difference`, text: difference })),
    ...entry.faq.flatMap(({ a }, i) => a.map((text) => ({ where: `faq[${i}]`, text }))),
  ];
}
