/**
 * What a diagram may say, and nothing else: docs/diagram-guide.md. Looks (colours, strokes, type) come with the class,
 * from components/card/figures.css, so that all drawings are one hand's and follow light and dark.
 */

/** Every drawing is this wide, in units that are px in the narrowest card. */
export const WIDTH = 300;
export const HEIGHT = [40, 320] as const;
/** Bytes of the file. */
export const MOST_BYTES = 6_000;
export const CAPTION_LENGTH = [12, 70] as const;
export const ALT_LENGTH = [60, 420] as const;
/** Of all text; px in the card are 11 and more (see figures.css). */
const TYPE_SIZE = 12.5;
/** From the top of its tallest letters to the foot of those that reach down. */
export const LINE_HEIGHT = 15;

const SHAPES = ['box', 'cell', 'bar', 'dot', 'area', 'line', 'curve', 'flow'] as const;
const SHADES = ['s1', 's2', 's3', 's4'];
const TEXT = ['start', 'end', 'soft', 'hot', 'strong', 'mono'];

/** Element → the attributes that it may have, the classes of which it has one, and those that it may add. */
export const LANGUAGE: Record<string, { attributes: string; kinds: readonly string[]; more: readonly string[] }> = {
  svg: { attributes: 'xmlns viewBox', kinds: [], more: [] },
  title: { attributes: '', kinds: [], more: [] },
  desc: { attributes: '', kinds: [], more: [] },
  g: { attributes: 'transform class', kinds: [], more: [...TEXT, 'off'] },
  rect: {
    attributes: 'x y width height class',
    kinds: ['box', 'cell', 'bar', 'area', 'frame'],
    more: ['hot', 'off', ...SHADES],
  },
  circle: { attributes: 'cx cy r class', kinds: ['box', 'dot', 'area', 'line'], more: ['hot', 'off', ...SHADES] },
  line: { attributes: 'x1 y1 x2 y2 class', kinds: ['line', 'curve', 'flow'], more: ['hot', 'off', 'both'] },
  polyline: { attributes: 'points class', kinds: ['line', 'curve', 'flow'], more: ['hot', 'off', 'both'] },
  polygon: { attributes: 'points class', kinds: ['box', 'area'], more: ['hot', 'off'] },
  path: { attributes: 'd class', kinds: SHAPES, more: ['hot', 'off', 'both', ...SHADES] },
  text: { attributes: 'x y class', kinds: [], more: TEXT },
  tspan: { attributes: 'x dy class', kinds: [], more: TEXT },
};

/** Rough width of a text in units, by the widest font that readers' systems have for it (DejaVu, Verdana). */
export function widthOf(text: string): number {
  let em = 0;
  for (const letter of text) {
    if (/[ijlI.,:;'’|!]/.test(letter)) em += 0.33;
    else if (/[ftr()[\] \-/]/.test(letter)) em += 0.4;
    else if (/[mwMW@%]/.test(letter)) em += 0.95;
    else if (/\p{Lu}/u.test(letter)) em += 0.7;
    else em += 0.62;
  }
  return em * TYPE_SIZE;
}
