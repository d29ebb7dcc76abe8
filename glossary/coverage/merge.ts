import { formKey } from '../words.ts';

/** One list of head terms: a glossary, a course, a specification. */
export interface Source {
  id: string;
  terms: string[];
}

/** One concept under the name we count it by, with the other names that lists use for it. */
export interface Concept {
  term: string;
  also: string[];
}

/** A term with the ids of the sources that have it; its weight is their number. */
export interface Weighted {
  term: string;
  sources: string[];
}

/** What two spellings of a name have in common: case, hyphens, spaces, slashes, other signs and a plural s do not count. */
export function nameKey(name: string): string {
  // GPUs and APIs would keep their s below, as corpus and analysis must.
  const key = formKey(name.replace(/(?<=[A-Z]{2})s$/, ''))
    .replace(/[\s_/‑]/g, '')
    .replace(/[^\p{L}\p{N}+@.&'()]/gu, '')
    .replace(/^\.+|\.+$/g, '');
  return key.length > 3 && /[^su]s$/.test(key) && !key.endsWith('is') ? key.slice(0, -1) : key;
}

/** The ways in which a list's head term may name a concept: as it stands, without its bracket, the bracket, its halves, without a closing acronym. */
export function readings(head: string): string[] {
  const name = head.replace(/\s+/g, ' ').trim();
  const found = [name];
  const bracket = /^(.*?)\s*\(([^)]*)\)\s*(.*)$/.exec(name);
  if (bracket) found.push(`${bracket[1]} ${bracket[3]}`.trim(), bracket[2]!.replace(/^(?:aka|a\.k\.a\.)\s+/i, ''));
  const words = name.split(' ');
  if (!bracket && words.length > 2 && words.at(-1)!.length <= 6) found.push(words.slice(0, -1).join(' '));
  return [...found, ...name.split(/\s+\/\s+/)];
}

/** Counts in how many sources each concept stands. What belongs to none is `aside`, under the first spelling met. Heaviest first. */
export function mergeSources(sources: Source[], concepts: Concept[]): { terms: Weighted[]; aside: Weighted[] } {
  const named = new Map<string, string>();
  for (const { term, also } of concepts) for (const name of [term, ...also]) named.set(nameKey(name), term);

  const terms = new Map<string, Weighted>();
  const aside = new Map<string, Weighted>();
  for (const { id, terms: heads } of sources)
    for (const head of heads) {
      const term = readings(head)
        .map((name) => named.get(nameKey(name)))
        .find(Boolean);
      const list = term ? terms : aside;
      const key = term ?? nameKey(head);
      const entry = list.get(key) ?? { term: term ?? head, sources: [] };
      if (!entry.sources.includes(id)) entry.sources.push(id);
      list.set(key, entry);
    }
  return { terms: sorted(terms), aside: sorted(aside) };
}

function sorted(list: Map<string, Weighted>): Weighted[] {
  const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return [...list.values()]
    .map(({ term, sources }) => ({ term, sources: sources.sort(order) }))
    .sort((a, b) => b.sources.length - a.sources.length || order(a.term.toLowerCase(), b.term.toLowerCase()));
}
