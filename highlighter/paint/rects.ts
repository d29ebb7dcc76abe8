import type { Mention } from '../mentions/mention';

/**
 * Measures mentions with one live Range, parked at the document between uses: live ranges inside the page's
 * text slow the page's own DOM work.
 */
export function createRuler(document: Document) {
  let range: Range | null = null;

  /** Boxes of the mention in viewport px, one per line; empty once its text is gone. Costs layout. */
  return function rectsOf({ nodes, from, to }: Pick<Mention, 'nodes' | 'from' | 'to'>): DOMRect[] {
    const last = nodes[nodes.length - 1]!;
    if (from > nodes[0]!.length || to > last.length) return [];
    range ??= document.createRange();
    range.setStart(nodes[0]!, from);
    range.setEnd(last, to);
    const rects = [...range.getClientRects()];
    range.setStart(document, 0);
    range.collapse(true);
    return rects.filter(({ width, height }) => width > 0 && height > 0);
  };
}
