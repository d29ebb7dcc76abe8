/** The q-quantile (0–1) of the values, by the nearest rank. Throws on an empty list: a figure that was not measured must not look like one. */
export function quantile(values: readonly number[], q: number): number {
  if (values.length === 0) throw new Error('quantile: no values were measured');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)]!;
}

export interface Summary {
  median: number;
  p95: number;
  n: number;
}

export const summarise = (values: readonly number[]): Summary => ({
  median: quantile(values, 0.5),
  p95: quantile(values, 0.95),
  n: values.length,
});
