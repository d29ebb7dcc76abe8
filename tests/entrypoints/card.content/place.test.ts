import { describe, expect, test } from 'vitest';
import { type Box, cardWidth, keepInside, type Placement, place } from '../../../entrypoints/card.content/place';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const screen = box(0, 0, 1200, 800);
const covers = (lines: Box[], { y, side }: Placement): boolean =>
  lines.some((line) => (side === 'below' ? y < line.bottom : y > line.top));

test.each([
  [1200, 420],
  [450, 420],
  [400, 370],
  [320, 290],
  [20, 0],
])('in a viewport of %i px a card is %i px wide', (width, wanted) => {
  expect(cardWidth(box(0, 0, width, 600))).toBe(wanted);
});

describe('side', () => {
  test.each<[string, Box[], number, Partial<Placement>]>([
    ['a short card goes below', [box(500, 100, 80, 20)], 300, { side: 'below', y: 130, maxHeight: 480 }],
    ['a tall card is capped at 60 %', [box(500, 100, 80, 20)], 2000, { side: 'below', y: 130, maxHeight: 480 }],
    ['with little room below it goes above', [box(500, 700, 80, 20)], 300, { side: 'above', y: 690, maxHeight: 480 }],
    [
      'a tall one stays below with room enough to read',
      [box(500, 400, 80, 20)],
      2000,
      { side: 'below', maxHeight: 362 },
    ],
    ['and goes above with less than that', [box(500, 560, 80, 20)], 2000, { side: 'above', maxHeight: 480 }],
    ['a term above the window', [box(500, -200, 80, 20)], 300, { side: 'below', y: 8 }],
    ['a term below the window', [box(500, 900, 80, 20)], 300, { side: 'above', y: 792 }],
  ])('%s', (_, lines, height, wanted) => {
    const placed = place(lines, undefined, height, screen);
    expect(placed).toMatchObject(wanted);
    expect(covers(lines, placed)).toBe(false);
  });

  test('in a window as low as 200 px the line stays free and the card takes what is left', () => {
    const low = box(0, 0, 640, 200);
    const placed = place([box(100, 60, 80, 20)], undefined, 900, low);
    expect(placed).toMatchObject({ side: 'below', y: 90, maxHeight: 102 });
  });
});

describe('left edge and pointer', () => {
  test.each<[string, Box, number, number]>([
    ['the headword stands under the term', box(500, 100, 80, 20), 482, 58],
    ['at the right edge the card gives way and the pointer goes with the term', box(1100, 100, 60, 20), 765, 365],
    ['at the left edge too', box(2, 100, 40, 20), 15, 24],
    ['the pointer keeps off the corner', box(1185, 100, 15, 20), 765, 396],
  ])('%s', (_, line, left, arrow) => {
    expect(place([line], undefined, 300, screen)).toMatchObject({ left, arrow });
  });

  test('at 320 px it fills the width but 15 px on each side', () => {
    const placed = place([box(200, 100, 60, 20)], undefined, 300, box(0, 0, 320, 600));
    expect(placed).toMatchObject({ left: 15, arrow: 215 });
  });

  test('a pinched page has the card in what can be seen', () => {
    const pinched = box(300, 200, 400, 300);
    const placed = place([box(620, 230, 60, 20)], undefined, 200, pinched);
    expect(placed.left).toBe(315);
    expect(placed.y).toBe(260);
    expect(placed.maxHeight).toBe(180);
  });
});

describe('a term on two lines', () => {
  const lines = [box(900, 300, 100, 20), box(100, 324, 60, 20)];

  test.each<[string, { x: number; y: number } | undefined, Partial<Placement>]>([
    ['pointer on the first: above it', { x: 950, y: 310 }, { side: 'above', y: 290, left: 765, arrow: 185 }],
    ['pointer on the last: below it', { x: 120, y: 330 }, { side: 'below', y: 354, left: 82, arrow: 48 }],
    ['pointer near the last', { x: 300, y: 340 }, { side: 'below', left: 82 }],
    ['no pointer: the first', undefined, { side: 'above', left: 765 }],
  ])('%s', (_, at, wanted) => {
    const placed = place(lines, at, 250, screen);
    expect(placed).toMatchObject(wanted);
    expect(covers(lines, placed)).toBe(false);
  });

  test('without room above, the card goes below both', () => {
    const high = lines.map((line) => ({ ...line, top: line.top - 280, bottom: line.bottom - 280 }));
    const placed = place(high, { x: 950, y: 30 }, 250, screen);
    expect(placed).toMatchObject({ side: 'below', y: 74, left: 765 });
  });
});

test('a term whose text is gone leaves the card near the upper edge, pointing at nothing', () => {
  expect(place([], undefined, 300, screen)).toMatchObject({ left: 390, arrow: null, side: 'below' });
});

describe('a pinned card in a window that changes', () => {
  const before: Placement = { left: 700, y: 500, side: 'below', maxHeight: 480, arrow: 40 };

  test('stays where it is while it fits', () => {
    expect(keepInside(before, 200, screen)).toEqual({ ...before, arrow: null });
  });
  test('moves no further than it must', () => {
    expect(keepInside(before, 200, box(0, 0, 900, 600))).toMatchObject({ left: 465, y: 392, maxHeight: 360 });
  });
  test('hangs from its lower edge when it stood above', () => {
    expect(keepInside({ ...before, side: 'above', y: 790 }, 300, box(0, 0, 1200, 500))).toMatchObject({ y: 492 });
  });
});
