import { expect, test } from 'vitest';
import { type FrameReport, mergeFrames } from '../../../entrypoints/popup/read-page';

const frame = (frameId: number, terms: [string, number][] | null, settled = true) => ({
  frameId,
  result: {
    contentType: 'text/html',
    ours: terms && { settled, terms: terms.map(([id, count]) => ({ id, surface: id.toUpperCase(), count })) },
  } satisfies FrameReport,
});

test('the top document comes first, and a term of two frames is one', () => {
  const report = mergeFrames([
    frame(9, [
      ['b', 2],
      ['c', 1],
    ]),
    frame(0, [
      ['a', 1],
      ['b', 3],
    ]),
  ]);
  expect(report).toEqual({
    contentType: 'text/html',
    ours: true,
    settled: true,
    terms: [
      { id: 'a', surface: 'A', count: 1, frames: [0] },
      { id: 'b', surface: 'B', count: 5, frames: [0, 9] },
      { id: 'c', surface: 'C', count: 1, frames: [9] },
    ],
  });
});

test('a frame without text does not keep the page waiting', () => {
  expect(mergeFrames([frame(0, []), frame(4, [], false)])!.settled).toBe(true);
  expect(mergeFrames([frame(0, [], false)])!.settled).toBe(false);
});

test('a page without our script says so, whatever its frames have', () => {
  expect(mergeFrames([frame(0, null), frame(4, [['a', 1]])])!.ours).toBe(false);
});

test.each([[[]], [[{ frameId: 0, result: null }]]])('%j is no report', (frames) => {
  expect(mergeFrames(frames)).toBe(null);
});
