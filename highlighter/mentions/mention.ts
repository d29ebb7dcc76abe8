import type { Place, Span } from '../types';

/**
 * unsettled = its sentence may still be growing; waiting = the page's evidence is not complete;
 * rejected = meant otherwise, as far as the page shows; kept = meant as the AI term.
 */
export type MentionState = 'unsettled' | 'waiting' | 'rejected' | 'kept';

/** One place where the page writes a form of a term. Marked only when `chosen`, painted while `range` is set. */
export interface Mention {
  /** Indices into the table's entries and forms. */
  term: number;
  form: number;
  /** The text nodes it spans, first to last; nearly always one. */
  nodes: readonly Text[];
  /** Its words where it spans several nodes, '' where one node says it all. */
  across: string;
  /** Where it starts in the first node and ends in the last. */
  from: number;
  to: number;
  block: Element;
  section: Element;
  state: MentionState;
  reason: string;
  /** What sense is asked again with, as long as it is not decided for good. */
  ask: { text: string; span: Span; place: Place; spans: readonly Span[] } | null;
  /** When an unsettled one counts as settled, on the clock of performance.now(). */
  due: number;
  /** Rank in document order among those of the first scan; NaN for later ones. */
  rank: number;
  /** The reader's density wants it marked. */
  chosen: boolean;
  /** Proved to be out of sight; marked once it can be seen and its place is free. */
  hidden: boolean;
  /** Proved to be visible. */
  checked: boolean;
  /** Has been painted: it must not vanish while its text stands. */
  seen: boolean;
  /** Its letters when it was last painted: node and offsets alone may hold others later. */
  words: string;
  /** Registered with the browser now. */
  range: StaticRange | null;
  /** The element whose place in the viewport stands for its own. */
  box: Element | null;
}

/** The mention's words as the page writes them. */
export function surfaceOf(mention: Mention): string {
  return mention.across || lettersOf(mention);
}

/** Its letters as they stand in its nodes now, without what the page writes between those. */
export function lettersOf({ nodes, from, to }: Pick<Mention, 'nodes' | 'from' | 'to'>): string {
  if (nodes.length === 1) return nodes[0]!.data.slice(from, to);
  const last = nodes.length - 1;
  return nodes.map((node, i) => node.data.slice(i ? 0 : from, i < last ? undefined : to)).join('');
}

/** True while the words that were painted are still there. */
export function stands(mention: Mention): boolean {
  return isConnected(mention) && lettersOf(mention) === mention.words;
}

/** True when both span some of the same letters. */
export function overlaps(a: Mention, b: Mention): boolean {
  return a.nodes.some((node) => {
    if (!b.nodes.includes(node)) return false;
    const [fromA, toA] = within(a, node);
    const [fromB, toB] = within(b, node);
    return fromA < toB && fromB < toA;
  });
}

const within = ({ nodes, from, to }: Mention, node: Text): [from: number, to: number] => [
  node === nodes[0] ? from : 0,
  node === nodes[nodes.length - 1] ? to : Infinity,
];

/** True while all its nodes are in the document (or in a shadow root of it). */
export function isConnected({ nodes }: Mention): boolean {
  return nodes.length === 1 ? nodes[0]!.isConnected : nodes.every((node) => node.isConnected);
}

/** Document order, shadow trees at the place of their host: negative when `a` comes first. */
export function compareMentions(a: Mention, b: Mention): number {
  if (a.nodes[0] === b.nodes[0]) return a.from - b.from;
  const byRank = a.rank - b.rank;
  if (!Number.isNaN(byRank)) return byRank;
  return compareNodes(a.nodes[0]!, b.nodes[0]!);
}

/** Document order of two nodes that may stand in different trees of one document. */
export function compareNodes(a: Node, b: Node): number {
  const pathOf = (node: Node) => {
    const path = [node];
    for (let root = node.getRootNode(); (root as ShadowRoot).host; root = path[0]!.getRootNode()) {
      path.unshift((root as ShadowRoot).host);
    }
    return path;
  };
  const left = pathOf(a);
  const right = pathOf(b);
  let i = 0;
  while (i < left.length - 1 && i < right.length - 1 && left[i] === right[i]) i++;
  if (left[i] === right[i]) return left.length - right.length;
  return left[i]!.compareDocumentPosition(right[i]!) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
