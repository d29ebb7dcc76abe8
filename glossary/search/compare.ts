import { editDistance } from './edit-distance.ts';
export interface Likeness {
  /** Share of the query's weight that the text answers, 0–1. */
  met: number;
  /** 0–1; also counts words in the same order, and what of the text the query leaves aside. */
  score: number;
}

/** How well a text answers a query, both as roots; a typed root also stands for near ones. */
export function compare(
  wanted: readonly string[],
  text: readonly string[],
  weight: (root: string) => number,
): Likeness {
  const places = wanted.map((root) => text.indexOf(root));
  const exact = places.map((place) => place >= 0);
  wanted.forEach((root, i) => {
    if (!exact[i]) places[i] = text.findIndex((other) => isNear(root, other));
  });
  const total = wanted.reduce((sum, root) => sum + weight(root), 0) || 1;
  const met =
    wanted.reduce((sum, root, i) => sum + (places[i]! < 0 ? 0 : weight(root) * (exact[i] ? 1 : 0.8)), 0) / total;
  const hit = new Set(places);
  const whole = text.reduce((sum, root) => sum + weight(root), 0) || 1;
  const used = text.reduce((sum, root, i) => sum + (hit.has(i) ? weight(root) : 0), 0) / whole;
  const pairs =
    places.filter((place, i) => i > 0 && place > 0 && place === places[i - 1]! + 1).length /
    Math.max(1, wanted.length - 1);
  return { met, score: 0.65 * met + 0.2 * used + 0.15 * pairs };
}

/** A beginning (still typing) or a slip of the keyboard. */
function isNear(root: string, other: string): boolean {
  if (root.length > 2 && other.startsWith(root)) return true;
  const limit = root.length < 5 ? 0 : root.length < 8 ? 1 : 2;
  return limit > 0 && editDistance(root, other, limit) <= limit;
}
