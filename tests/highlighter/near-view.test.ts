import { describe, expect, test } from 'vitest';
import { type Edges, nearView } from '../../highlighter/paint/near-view';

const VIEW = { width: 1000, height: 800 };
const line = (top: number, left = 0): Edges => ({ top, bottom: top + 20, left, right: left + 100 });
/** Marks on lines 20 px apart, of which the first stands at `from`. */
const lines = (count: number, from: number) => Array.from({ length: count }, (_, i) => from + 20 * i);
const pick = (tops: number[], cap: number) => nearView(tops, (top) => line(top), VIEW, cap).sort((a, b) => a - b);

describe('which marks are registered', () => {
  test('all of them below the cap', () => {
    expect(pick([-900, 100, 2000], 50)).toEqual([-900, 100, 2000]);
  });

  test('the cap trims the margin first, the farthest before the nearer', () => {
    expect(pick([-300, -100, 100, 400, 850, 990], 4)).toEqual([-100, 100, 400, 850]);
  });

  test('the cap never drops a mark in view', () => {
    const tops = lines(100, -600);
    const inView = tops.filter((top) => top + 20 >= 0 && top <= 800);
    const kept = pick(tops, 10);
    expect(inView.length).toBeGreaterThan(10);
    expect(kept).toEqual(inView);
  });

  test('sideways counts too: a carousel trims what is scrolled away', () => {
    const kept = nearView([0, 1, 2, 3], (i) => line(100, i * 1000), VIEW, 2);
    expect(kept).toEqual([0, 1]);
  });

  test('of a long list few are measured, and none in view is missed', () => {
    const tops = lines(8000, -80_000);
    let measured = 0;
    const kept = nearView(
      tops,
      (top) => {
        measured++;
        return line(top);
      },
      VIEW,
      50,
    );
    expect(tops.filter((top) => top + 20 >= 0 && top <= 800).every((top) => kept.includes(top))).toBe(true);
    expect(kept).toHaveLength(50);
    expect(measured).toBeLessThan(700);
  });

  test('text that jumps back up, as in columns, is not missed', () => {
    // Two columns of 4,000 px, of which the second half of each is scrolled into view.
    const tops = [...lines(200, -3600), ...lines(200, -3600)];
    const marks = tops.map((top, i) => ({ top, left: i < 200 ? 0 : 500 }));
    const kept = nearView(marks, ({ top, left }) => line(top, left), VIEW, 50);
    const inView = marks.filter(({ top }) => top + 20 >= 0 && top <= 800);
    expect(inView.every((mark) => kept.includes(mark))).toBe(true);
  });
});
