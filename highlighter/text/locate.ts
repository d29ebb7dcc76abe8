import type { Run } from '../types';

/** A place in a text node. */
export interface Point {
  node: Text;
  offset: number;
}

/** Both ends of [start, end) of a run's text. The ends must stand on text of a node, as a match's do. */
export function locate(run: Run, start: number, end: number): [from: Point, to: Point] {
  const first = nodeAt(run.starts, start);
  // The last character decides, so that an end never slips to the start of the next node.
  const last = nodeAt(run.starts, end - 1);
  return [
    { node: run.nodes[first]!, offset: start - run.starts[first]! },
    { node: run.nodes[last]!, offset: end - run.starts[last]! },
  ];
}

/** Index of the last node that begins at or before `offset`. */
function nodeAt(starts: readonly number[], offset: number): number {
  let low = 0;
  for (let high = starts.length - 1; low < high; ) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
