/** Where a card stands beside its term. Boxes and points in viewport px; nothing of the browser in here. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Placement {
  left: number;
  /** Upper edge of a card below its term, lower edge of a card above it. */
  y: number;
  side: 'below' | 'above';
  maxHeight: number;
  /** Middle of the pointer, px from the card's left edge; null when the card's term is out of sight. */
  arrow: number | null;
}

export const MAX_WIDTH = 420;
/** Least distance to the sides of the viewport, and to its upper and lower edge. */
const SIDE = 15;
const EDGE = 8;
/** From the term's box to the card: the pointer of 8 px, and air so that it does not touch the dotted line. */
const GAP = 10;
/** Text column and pointer keep this far from the card's corners. */
const INSET = 18;
const ARROW_INSET = 24;
/** With this much room below, enough for headword and definition, a card stays below and scrolls. */
const ENOUGH = 280;
const SHARE = 0.6;

export function cardWidth(viewport: Box): number {
  return Math.max(0, Math.min(MAX_WIDTH, viewport.right - viewport.left - 2 * SIDE));
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

const distance = ({ left, top, right, bottom }: Box, { x, y }: { x: number; y: number }): number =>
  Math.hypot(x - clamp(x, left, right), y - clamp(y, top, bottom));

/**
 * A card of `height` (its content's, before any limit) for the term whose lines are `lines`, in reading order.
 * It goes below the term, or above it: never over one of its lines. `at` is the pointer: of a term that breaks
 * across lines, the line nearest to it is pointed at.
 *
 *     … and then the model's [pre-        first line nearest: above, so that the second stays readable
 *     training] begins …                  last line nearest: below
 */
export function place(
  lines: Box[],
  at: { x: number; y: number } | undefined,
  height: number,
  viewport: Box,
): Placement {
  const cap = (viewport.bottom - viewport.top) * SHARE;
  const width = cardWidth(viewport);
  const line = at ? [...lines].sort((a, b) => distance(a, at) - distance(b, at))[0] : lines[0];
  if (!line) {
    // Nothing to stand beside: near the upper edge, in the middle.
    const left = (viewport.left + viewport.right - width) / 2;
    return { left, y: viewport.top + EDGE + SIDE, side: 'below', maxHeight: cap, arrow: null };
  }
  const top = Math.min(...lines.map((box) => box.top));
  const bottom = Math.max(...lines.map((box) => box.bottom));
  const roomBelow = viewport.bottom - EDGE - (bottom + GAP);
  const roomAbove = top - GAP - (viewport.top + EDGE);
  const wanted = Math.min(height, cap);
  const fits = (room: number) => room >= wanted;

  const onEarlierLine = line.bottom < bottom;
  const below =
    !(onEarlierLine && fits(roomAbove)) && (fits(roomBelow) || roomBelow >= ENOUGH || roomBelow >= roomAbove);
  const left = clamp(line.left - INSET, viewport.left + SIDE, viewport.right - SIDE - width);
  return {
    left,
    // Of a term that is out of view, the card is not.
    y: below ? Math.max(bottom + GAP, viewport.top + EDGE) : Math.min(top - GAP, viewport.bottom - EDGE),
    side: below ? 'below' : 'above',
    maxHeight: Math.max(0, Math.min(cap, below ? roomBelow : roomAbove)),
    arrow: clamp((line.left + line.right) / 2 - left, ARROW_INSET, Math.max(ARROW_INSET, width - ARROW_INSET)),
  };
}

/** A card that does not follow its term any more, moved no further than the changed viewport makes it. */
export function keepInside(before: Placement, height: number, viewport: Box): Placement {
  const maxHeight = Math.min(before.maxHeight, (viewport.bottom - viewport.top) * SHARE);
  const tall = Math.min(height, maxHeight);
  const [low, high] = [viewport.top + EDGE, viewport.bottom - EDGE];
  return {
    ...before,
    left: clamp(before.left, viewport.left + SIDE, viewport.right - SIDE - cardWidth(viewport)),
    y: before.side === 'below' ? clamp(before.y, low, high - tall) : clamp(before.y, low + tall, high),
    maxHeight,
    arrow: null,
  };
}
