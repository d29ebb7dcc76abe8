import type { Bar } from './bars.ts';

/** Level reached per measure, as tests/senses/levels.json keeps it. */
export type Levels = Record<string, number>;

/** A figure may be so much worse than its level before it counts as worse: a single label of a thousand. */
const SLACK = 0.001;

/** What is worse than its level, a line each. A measure without a level, or without a figure, is one too. */
export function gateFaults(bars: readonly Bar[], levels: Levels): string[] {
  return bars.flatMap(({ what, value, isMost, of }) => {
    const level = levels[what];
    if (level === undefined) return [`${what}: has no level yet; --raise writes it`];
    const isWorse = isMost ? value > level + SLACK : !(value >= level - SLACK);
    return isWorse ? [`${what}: ${value.toFixed(4)} is worse than the level reached, ${level} (${of})`] : [];
  });
}

/** The better of the level and the figure, per measure: a level is never lowered. */
export function raisedLevels(bars: readonly Bar[], levels: Levels): Levels {
  return Object.fromEntries(
    bars.map(({ what, value, isMost }) => {
      const level = levels[what];
      const reached = Math.round(value * 10_000) / 10_000;
      return [what, level === undefined ? reached : isMost ? Math.min(level, reached) : Math.max(level, reached)];
    }),
  );
}
