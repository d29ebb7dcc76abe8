/**
 * Scrolls every pane around a term, and the page, so far that the term is in sight, without motion.
 * `rectOf` gives the term's box in viewport px. Nothing moves when it is in sight already.
 */
export function reveal(start: Node, rectOf: () => DOMRect | undefined): void {
  const root = document.scrollingElement ?? document.documentElement;
  for (let at = parentOf(start); at && at !== root; at = parentOf(at)) {
    if (at.scrollHeight <= at.clientHeight && at.scrollWidth <= at.clientWidth) continue;
    if (at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflow)) into(at, at.getBoundingClientRect());
  }
  // A margin, so that the card has room.
  const edge = Math.min(80, innerHeight / 4);
  into(root, new DOMRect(0, edge, innerWidth, innerHeight - 2 * edge));

  function into(pane: Element, box: DOMRect) {
    const rect = rectOf();
    if (!rect) return;
    const away = (low: number, high: number, from: number, to: number) =>
      low < from || high > to ? (low + high) / 2 - (from + to) / 2 : 0;
    const top = away(rect.top, rect.bottom, box.top, box.bottom);
    const left = away(rect.left, rect.right, box.left, box.right);
    if (top || left) pane.scrollBy({ top, left, behavior: 'instant' });
  }
}

const parentOf = (node: Node): Element | null => {
  const parent = (node as Element).assignedSlot ?? node.parentNode;
  if (!parent) return null;
  return parent.nodeType === 1 ? (parent as Element) : ((parent as ShadowRoot).host ?? null);
};
