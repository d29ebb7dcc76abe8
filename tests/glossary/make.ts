import type { Finding } from '../../glossary/faults';
import type { Glossary, Rule } from '../../glossary/rules/rule';
import type { EntrySource } from '../../glossary/schema';
import type { Form } from '../../glossary/types';

export const TODAY = '2026-11-24';

/** A form with the usual rules. */
export const form = (text: string, more: Partial<Form> = {}): Form => ({
  text,
  kind: 'variant',
  match: 'any',
  risk: 'none',
  ...more,
});

/** An entry in which no rule finds an error; `more` replaces fields. */
export function makeEntry(more: Partial<EntrySource> & { id?: string } = {}): EntrySource {
  const id = more.id ?? 'beam-search';
  const name = id.replaceAll('-', ' ');
  return {
    id,
    file: `glossary/terms/${id}.md`,
    term: name,
    also: [],
    kind: 'method',
    category: 'inference',
    level: 2,
    status: 'stable',
    reviewed: TODAY,
    forms: [form(name, { kind: 'preferred' })],
    contrasts: [],
    relations: {},
    asked: [`how does a machine ${name} its way`, `keep several ${name} guesses`, `${name} in plain words`],
    sources: [{ title: `All about ${name}`, url: `https://example.org/${id}`, year: 2020 }],
    evidence: [],
    moved: [],
    quick:
      'A way of writing text that keeps several half-finished answers alive at once and drops the weakest after every word.',
    explanation: [
      `${name} ${'keeps the best few lines, and adds a word to each of them. '.repeat(8)}`
        .trim()
        .replace(/$/, ` So ${id} ends.`),
    ],
    faq: [
      { q: 'Is it still used?', a: [`Yes, ${id} is common in translation, where one good answer is wanted.`] },
      {
        q: 'Why not in chat?',
        a: [`Because ${id} reads dull there, and people like some surprise in what they hear.`],
      },
    ],
    ...more,
  };
}

/** A glossary of these entries as rules see it; `ids` adds files that cannot be read. */
export function makeGlossary(entries: readonly EntrySource[], ids: readonly string[] = []): Glossary {
  return {
    entries,
    byId: new Map(entries.map((entry) => [entry.id, entry])),
    ids: new Set([...entries.map(({ id }) => id), ...ids]),
    today: TODAY,
  };
}

/** What a rule says of the first entry, the others standing beside it. */
export function findings(rule: Rule, entry: EntrySource, others: readonly EntrySource[] = []): Finding[] {
  return rule.check(entry, makeGlossary([entry, ...others]));
}

/** Places and values found, short enough for a table. */
export const told = (list: readonly Finding[]) => list.map(({ where, found }) => `${where}: ${found}`);

/** Enough entries that what is "missing for now" counts as an error. */
export const crowd = (count: number) =>
  Array.from({ length: count }, (_, i) => makeEntry({ id: `filler-number-${i}` }));
