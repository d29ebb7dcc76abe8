import { isConnected, type Mention } from './mention';

/** All mentions of the document that are known now, found by their text nodes. */
export interface Mentions {
  readonly all: ReadonlySet<Mention>;
  /** Those that a text node is part of. */
  of(text: Text): readonly Mention[];
  add(mention: Mention): void;
  delete(mention: Mention): void;
  /** Those whose text left the document. */
  lost(): Mention[];
}

const NONE: readonly Mention[] = [];

/** Holds mentions; nodes are let go of with them. */
export function createMentions(): Mentions {
  const all = new Set<Mention>();
  const byNode = new Map<Text, Mention[]>();
  return {
    all,
    of: (text) => byNode.get(text) ?? NONE,
    add(mention) {
      all.add(mention);
      for (const node of mention.nodes) {
        const here = byNode.get(node);
        if (here) here.push(mention);
        else byNode.set(node, [mention]);
      }
    },
    delete(mention) {
      if (!all.delete(mention)) return;
      for (const node of mention.nodes) {
        const rest = byNode.get(node)!.filter((other) => other !== mention);
        if (rest.length) byNode.set(node, rest);
        else byNode.delete(node);
      }
    },
    lost: () => [...all].filter((mention) => !isConnected(mention)),
  };
}
