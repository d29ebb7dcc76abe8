import type { Mention } from '../../highlighter/index';

/**
 * Index of the mark to go to, or -1 when there is none. `marks` are in document order; from `current`, or where
 * there is none, from what is in view. At the ends it goes round. Marks without a box are passed over.
 */
export function nextMark(
  marks: readonly Mention[],
  current: Mention | null,
  direction: 1 | -1,
  rectsOf: (mention: Mention) => DOMRect[],
): number {
  const count = marks.length;
  const here = current ? marks.indexOf(current) : -1;
  if (here >= 0) {
    for (let i = 1; i <= count; i++) {
      const at = (here + direction * i + count * 2) % count;
      if (rectsOf(marks[at]!).length) return at;
    }
    return -1;
  }
  let before = -1;
  for (let at = 0; at < count; at++) {
    const rect = rectsOf(marks[at]!)[0];
    if (!rect) continue;
    if (rect.top >= 0 && direction > 0) return at;
    if (rect.top >= 0 && before >= 0) return before;
    before = at;
    if (rect.top >= innerHeight) break;
  }
  if (direction < 0) return before;
  // All of them are above the view: start again at the top.
  return marks.findIndex((mark) => rectsOf(mark).length > 0);
}
