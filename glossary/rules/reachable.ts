import { linksIn } from '../read/inline.ts';
import { createIndex, passages, RESOLVED_FROM, type Rule, severityFrom } from './rule.ts';

/** The entry that every walk starts from. */
const START = 'pre-training';

/** A reader who follows links, contrasts and relations from pre-training comes by every entry. */
export const reachable: Rule = {
  name: 'reachable',
  check: ({ id }, glossary) =>
    glossary.byId.has(START) && !reached(glossary).has(id)
      ? [
          {
            where: 'relations',
            found: `no way here from ${START}`,
            fix: 'Relate it to an entry that has one, or link it from there.',
            severity: severityFrom(glossary, RESOLVED_FROM),
          },
        ]
      : [],
};

const reached = createIndex(({ entries }) => {
  const ways = new Map<string, string[]>();
  const link = (from: string, to: string) => ways.set(from, [...(ways.get(from) ?? []), to]);
  for (const entry of entries) {
    const both = [...Object.values(entry.relations).flat(), ...entry.contrasts.map(({ with: other }) => other)];
    for (const other of both) {
      link(entry.id, other);
      link(other, entry.id);
    }
    for (const { text } of passages(entry)) for (const other of linksIn(text)) link(entry.id, other);
  }
  const seen = new Set([START]);
  for (const id of seen) for (const next of ways.get(id) ?? []) seen.add(next);
  return seen;
});
