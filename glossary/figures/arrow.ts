import type { XmlElement } from './read-xml.ts';

type Point = readonly [x: number, y: number];

/** Length of an arrow's head along the line, and half its width; units of the drawing. */
const LENGTH = 5;
const HALF = 3.5;

const round = (value: number) => Math.round(value * 10) / 10;

/** The head of an arrow that arrives at `to` from the direction of `from`, as a path. */
export function headAt(from: Point, to: Point): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const [baseX, baseY] = [to[0] - dx * LENGTH, to[1] - dy * LENGTH];
  const at = (side: number) => `${round(baseX - dy * HALF * side)} ${round(baseY + dx * HALF * side)}`;
  return `M${at(1)}L${round(to[0])} ${round(to[1])}L${at(-1)}`;
}

/** Points that a path runs through or is drawn to, in order; null where it uses more than M L H V C Q in capitals. */
function pointsOf(d: string): Point[] | null {
  const points: Point[] = [];
  const tokens = d.match(/[a-z]|-?\d*\.?\d+/gi) ?? [];
  let command = '';
  const numbers: number[] = [];
  for (const token of tokens) {
    if (/[a-z]/i.test(token)) {
      if (!/[MLHVCQ]/.test(token) || numbers.length) return null;
      command = token;
      continue;
    }
    numbers.push(Number(token));
    const [x = 0, y = 0] = points.at(-1) ?? [];
    if (command === 'H' || command === 'V') {
      points.push(command === 'H' ? [numbers[0]!, y] : [x, numbers[0]!]);
      numbers.length = 0;
    } else if (numbers.length === 2) {
      points.push([numbers[0]!, numbers[1]!]);
      numbers.length = 0;
    }
  }
  return points.length > 1 && !numbers.length ? points : null;
}

/** Where a flow runs; null where its head's direction cannot be told. */
export function flowPoints({ name, attributes: a }: XmlElement): Point[] | null {
  if (name === 'line') return pointsOf(`M${a.x1} ${a.y1}L${a.x2} ${a.y2}`);
  return name === 'path' ? pointsOf(a.d ?? '') : pointsOf(`M${(a.points ?? '').replaceAll(',', ' ')}`);
}
