import type { Mention } from '../mentions/mention';

/**
 * Measures mentions with one live Range, parked at the document between uses: live ranges inside the page's
 * text slow the page's own DOM work.
 */
export function createRuler(document: Document) {
  let range: Range | null = null;

  const measure = <T>({ nodes, from, to }: Stretch, read: (range: Range) => T): T | null => {
    const last = nodes[nodes.length - 1]!;
    if (from > nodes[0]!.length || to > last.length) return null;
    range ??= document.createRange();
    range.setStart(nodes[0]!, from);
    range.setEnd(last, to);
    const result = read(range);
    range.setStart(document, 0);
    range.collapse(true);
    return result;
  };
  return {
    /** Boxes of the mention in viewport px, one per line; empty once its text is gone. Costs layout. */
    rectsOf: (mention: Stretch): DOMRect[] =>
      measure(mention, (range) => [...range.getClientRects()].filter(({ width, height }) => width && height)) ?? [],
    /** The box around all of it; null once its text is gone. */
    boundsOf: (mention: Stretch): DOMRect | null => measure(mention, (range) => range.getBoundingClientRect()),
  };
}

type Stretch = Pick<Mention, 'nodes' | 'from' | 'to'>;
