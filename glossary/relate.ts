import type { EntrySource } from './schema.ts';
import type { RelationType } from './types.ts';

export interface Related {
  type: RelationType;
  id: string;
}

/** What the other entry says of this one. "needs" has no other side: a card does not list what builds on it. */
const INVERSE: Partial<Record<RelationType, RelationType>> = {
  broader: 'narrower',
  narrower: 'broader',
  partOf: 'hasPart',
  hasPart: 'partOf',
  usedIn: 'uses',
  uses: 'usedIn',
  successorOf: 'succeededBy',
  succeededBy: 'successorOf',
  related: 'related',
};

/** A card shows no more; hubs such as "language model" would list a hundred. */
export const RELATED_MAX = 12;

/**
 * Relations of every entry, both directions: an entry's own first, in the order of its file, then
 * those that other entries declare, news readers' terms first. One per neighbour.
 */
export function relationsOf(sources: readonly EntrySource[]): Map<string, Related[]> {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const related = new Map<string, Related[]>(sources.map(({ id }) => [id, []]));
  const add = (from: string, type: RelationType, to: string) => {
    const list = related.get(from);
    if (list && from !== to && byId.has(to) && !list.some(({ id }) => id === to)) list.push({ type, id: to });
  };
  const declared = sources.flatMap(({ id, relations }) =>
    Object.entries(relations).flatMap(([type, ids]) => ids.map((to) => ({ from: id, type: type as RelationType, to }))),
  );
  for (const { from, type, to } of declared) add(from, type, to);
  const inOrder = [...declared].sort(
    (a, b) => byId.get(a.from)!.level - byId.get(b.from)!.level || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0),
  );
  for (const { from, type, to } of inOrder) {
    const inverse = INVERSE[type];
    if (inverse) add(to, inverse, from);
  }
  for (const [id, list] of related) related.set(id, list.slice(0, RELATED_MAX));
  return related;
}
