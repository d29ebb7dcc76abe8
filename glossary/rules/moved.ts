import { show } from '../faults.ts';
import { ID } from './id-pattern.ts';
import { createIndex, type Rule } from './rule.ts';

/** An id that an entry had before leads to it alone, so that links and readers' marks keep working. */
export const moved: Rule = {
  name: 'moved',
  check: (entry, glossary) =>
    entry.moved.flatMap((id, i) => {
      const where = `moved[${i}]`;
      if (!ID.test(id))
        return [{ where, found: show(id), fix: 'Write an id: lower-case letters, digits and hyphens.' }];
      if (glossary.ids.has(id))
        return [{ where, found: `${show(id)}, which is an entry`, fix: 'Remove it here, or move that file.' }];
      const others = (ownersOf(glossary).get(id) ?? []).filter((other) => other !== entry.id);
      return others.length
        ? [{ where, found: `${show(id)}, which ${others.join(', ')} claims too`, fix: 'Keep one.' }]
        : [];
    }),
};

const ownersOf = createIndex(({ entries }) => {
  const owners = new Map<string, string[]>();
  for (const { id, moved } of entries) for (const old of moved) owners.set(old, [...(owners.get(old) ?? []), id]);
  return owners;
});
