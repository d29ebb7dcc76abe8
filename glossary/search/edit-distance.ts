/**
 * Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other,
 * or `limit + 1` as soon as it is more than `limit`. With `asPrefix`, the rest of `b` is free.
 */
export function editDistance(a: string, b: string, limit: number, asPrefix = false): number {
  const over = limit + 1;
  if (!asPrefix && Math.abs(a.length - b.length) > limit) return over;
  if (asPrefix && a.length - b.length > limit) return over;
  const width = asPrefix ? Math.min(b.length, a.length + limit) : b.length;
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= width; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return over;
    before = last;
    last = row;
  }
  return Math.min(over, asPrefix ? Math.min(...last) : last[width]!);
}
