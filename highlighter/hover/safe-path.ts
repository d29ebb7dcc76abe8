/** The way from a term to its card: where the pointer may travel without the card closing. */

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Px around the card that count as the card: a hand that aims at an edge misses it by this much. */
const REACH = 6;

const side = (a: Point, b: Point, p: Point): number => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);

function inTriangle(a: Point, b: Point, c: Point, p: Point): boolean {
  const ab = side(a, b, p);
  const bc = side(b, c, p);
  const ca = side(c, a, p);
  return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
}

/** Px from a point to the nearest edge of a box; 0 inside it. */
export function distance(p: Point, box: Box): number {
  return Math.hypot(Math.max(box.left - p.x, 0, p.x - box.right), Math.max(box.top - p.y, 0, p.y - box.bottom));
}

/**
 * True when `to` lies between the point where the pointer left the term and the card, and is nearer to the card
 * than the sample before it.
 *
 *      · from          the union of the triangles from `from` over each edge
 *     / \            of the card is the convex hull of both
 *    /   \
 *   ┌─────┐
 *   │card │
 */
export function onSafePath(from: Point, before: Point, to: Point, card: Box): boolean {
  if (distance(to, card) >= distance(before, card)) return false;
  const left = card.left - REACH;
  const right = card.right + REACH;
  const top = card.top - REACH;
  const bottom = card.bottom + REACH;
  const corners: Point[] = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return corners.some((corner, i) => inTriangle(from, corner, corners[(i + 1) % 4] as Point, to));
}
