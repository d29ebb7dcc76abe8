/** What counts of a client rect. */
export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** So many neighbours share one measurement while we look for the part of a long list that is near the view. */
const STRIDE = 16;

/**
 * The items to register: every one in view, then those nearest to it until `cap` is reached. So the cap trims
 * the margin first and never drops a mark in view. `items` are in document order; `measure` gives an item's
 * box in viewport px, and is asked for few of a long list: of each 16 only where they may be near.
 */
export function nearView<T>(
  items: readonly T[],
  measure: (item: T) => Edges,
  view: { width: number; height: number },
  cap: number,
): T[] {
  const away = ({ left, top, right, bottom }: Edges): number =>
    Math.max(-bottom, top - view.height, -right, left - view.width, 0);
  const ranked: { item: T; px: number }[] = [];
  const rank = (from: number, to: number) => {
    for (let i = from; i < to; i++) ranked.push({ item: items[i]!, px: away(measure(items[i]!)) });
  };
  if (items.length <= cap * 2) rank(0, items.length);
  else {
    const stops = [];
    for (let i = 0; i < items.length; i += STRIDE) stops.push(measure(items[i]!));
    stops.push(measure(items[items.length - 1]!));
    for (let s = 0; s + 1 < stops.length; s++) {
      const here = stops[s]!;
      const next = stops[s + 1]!;
      // Text that jumps back up (columns, grids) may be anywhere in between.
      const near = next.top < here.top || (next.bottom >= -view.height / 4 && here.top <= view.height * 1.25);
      if (near) rank(s * STRIDE, Math.min((s + 1) * STRIDE, items.length));
    }
  }
  ranked.sort((a, b) => a.px - b.px);
  return ranked.filter(({ px }, i) => i < cap || px === 0).map(({ item }) => item);
}
