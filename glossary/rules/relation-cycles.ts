import type { RelationType } from '../types.ts';
import { createIndex, type Glossary, type Rule } from './rule.ts';

/** Kinds that lead one way only, with the kind that says the same from the other side. */
const ONE_WAY: readonly [RelationType, RelationType | null][] = [
  ['broader', 'narrower'],
  ['needs', null],
  ['partOf', 'hasPart'],
  ['successorOf', 'succeededBy'],
];

/** Nothing is broader than itself, or needed to understand itself, by any way round. */
export const relationCycles: Rule = {
  name: 'relation-cycles',
  check: ({ id }, glossary) =>
    cyclesOf(glossary)
      .filter(({ path }) => path.includes(id))
      .map(({ kind, path }) => ({
        where: `relations.${kind}`,
        found: `a circle: ${[...path, path[0]].join(' → ')}`,
        fix: 'Remove the link that is the least true.',
      })),
};

const cyclesOf = createIndex((glossary) =>
  ONE_WAY.flatMap(([kind, inverse]) => cycles(graphOf(glossary, kind, inverse)).map((path) => ({ kind, path }))),
);

function graphOf({ entries }: Glossary, kind: RelationType, inverse: RelationType | null): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  const link = (from: string, to: string) => graph.set(from, (graph.get(from) ?? new Set()).add(to));
  for (const { id, relations } of entries) {
    for (const to of relations[kind] ?? []) if (to !== id) link(id, to);
    if (inverse) for (const from of relations[inverse] ?? []) if (from !== id) link(from, id);
  }
  return graph;
}

/** One path for each knot of nodes that reach themselves; nodes that lead nowhere are peeled off first. */
function cycles(graph: Map<string, Set<string>>): string[][] {
  for (let peeled = true; peeled; ) {
    peeled = false;
    for (const [from, to] of graph) {
      for (const id of to) if (!graph.has(id)) to.delete(id);
      if (!to.size) peeled = graph.delete(from);
    }
  }
  const found: string[][] = [];
  const done = new Set<string>();
  for (const start of graph.keys()) {
    const path: string[] = [];
    let at = start;
    while (!done.has(at) && !path.includes(at)) {
      path.push(at);
      at = [...graph.get(at)!][0]!;
    }
    if (path.includes(at)) found.push(path.slice(path.indexOf(at)));
    for (const id of path) done.add(id);
  }
  return found;
}
