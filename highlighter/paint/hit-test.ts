import type { Mention } from '../mentions/mention';

export interface HitTestOptions {
  document: Document;
  mentionsOf(text: Text): readonly Mention[];
  rectsOf(mention: Mention): DOMRect[];
  shadowRoots(): ShadowRoot[];
}

/**
 * The painted mention at a point of the viewport. Ours, since `highlightsFromPoint` takes over a millisecond
 * where this takes microseconds; the rects are asked because the caret snaps to the nearest text.
 */
export function createHitTest({ document, mentionsOf, rectsOf, shadowRoots }: HitTestOptions) {
  return function mentionAt(x: number, y: number): Mention | null {
    const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots: shadowRoots() });
    const text = caret?.offsetNode as Text | undefined;
    if (text?.nodeType !== 3) return null;
    const { offset } = caret!;
    for (const mention of mentionsOf(text)) {
      const { nodes, from, to, range } = mention;
      if (!range || (nodes[0] === text && offset < from) || (nodes.at(-1) === text && offset > to)) continue;
      const hit = rectsOf(mention).some((r) => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom);
      if (hit) return mention;
    }
    return null;
  };
}
