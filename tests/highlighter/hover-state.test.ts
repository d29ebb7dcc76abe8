import { describe, expect, test } from 'vitest';
import {
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  hover,
  initialHover,
  wakeAt,
} from '../../highlighter/hover/hover-state';
import { distance, onSafePath } from '../../highlighter/hover/safe-path';

type Mark = 'A' | 'B';
type Event = HoverEvent<Mark>;
const CARD = { left: 100, top: 140, right: 520, bottom: 400 };

const move = (t: number, x: number, y: number, mark: Mark | null, more: object = {}): Event => ({
  type: 'move',
  t,
  x,
  y,
  mark,
  card: null,
  pressed: false,
  ...more,
});

/** Plays events in order; `tick`s of the machine's own clock are rung in between, and up to `until`. */
function play(events: Event[], until = 0, dwellMs = 300) {
  let state: HoverState<Mark> = initialHover();
  const log: string[] = [];
  const send = (event: Event) => {
    const out = hover(state, event, dwellMs);
    state = out.state;
    for (const effect of out.effects) log.push(`${event.t} ${say(effect)}`);
  };
  const ring = (until: number) => {
    for (let at = wakeAt(state); at !== null && at <= until; at = wakeAt(state)) send({ type: 'tick', t: at });
  };
  for (const event of events) {
    ring(event.t - 1);
    send(event);
  }
  ring(Math.max(until, events.at(-1)?.t ?? 0));
  return { log, state };
}

function say(effect: HoverEffect<Mark>): string {
  if (effect.type === 'close') return `close ${effect.focus}`;
  return effect.type === 'open' ? `open ${effect.mark} ${effect.trigger}` : `prepare ${effect.mark}`;
}

/** A card of A that opened under a resting pointer at 300 ms. */
const restOnA: Event[] = [move(0, 150, 120, 'A')];

describe('opening', () => {
  const rows: [string, Event[], number, string[]][] = [
    ['loads at once and opens after the dwell', restOnA, 1000, ['0 prepare A', '300 open A pointer']],
    ['does not open for a pointer that left in time', [...restOnA, move(200, 150, 200, null)], 1000, ['0 prepare A']],
    [
      'slow motion on the term does not restart the dwell',
      [...restOnA, move(100, 160, 120, 'A'), move(200, 170, 120, 'A')],
      1000,
      ['0 prepare A', '300 open A pointer'],
    ],
    [
      'motion at 0.5 px/ms restarts it',
      [...restOnA, move(100, 151, 120, 'A'), move(116, 159, 120, 'A')],
      1000,
      ['0 prepare A', '416 open A pointer'],
    ],
    [
      'motion just below 0.5 px/ms does not',
      [...restOnA, move(100, 151, 120, 'A'), move(116, 158.9, 120, 'A')],
      1000,
      ['0 prepare A', '300 open A pointer'],
    ],
    [
      'a fast pointer loads nothing on its way across',
      [move(0, 0, 120, null), move(16, 140, 120, 'A'), move(32, 300, 120, null)],
      1000,
      [],
    ],
    [
      'a fast pointer that stops on the term loads once it rests, and opens after the dwell',
      [move(0, 0, 120, null), move(16, 140, 120, 'A')],
      1000,
      ['56 prepare A', '316 open A pointer'],
    ],
    [
      'a jump after a rest counts as fast',
      [move(0, 0, 120, null), move(2000, 140, 120, 'A')],
      3000,
      ['2040 prepare A', '2300 open A pointer'],
    ],
    [
      'a term that slides under a resting pointer stays closed',
      [move(0, 150, 120, null), move(500, 150, 120, 'A')],
      2000,
      [],
    ],
    ['a pressed button opens nothing', [move(0, 150, 120, 'A', { pressed: true })], 1000, []],
    [
      'a press ends the dwell, and the term stays quiet until the pointer has left it',
      [...restOnA, { type: 'press', t: 100, mark: 'A' }, move(200, 151, 120, 'A')],
      1000,
      ['0 prepare A'],
    ],
    [
      'after leaving a pressed term it opens again',
      [
        ...restOnA,
        { type: 'press', t: 100, mark: 'A' },
        move(200, 151, 150, null),
        move(300, 151, 149, null),
        move(400, 151, 120, 'A'),
      ],
      1000,
      ['0 prepare A', '440 prepare A', '700 open A pointer'],
    ],
    [
      'a scroll that takes the term away ends the dwell',
      [...restOnA, scroll(100, { mark: null })],
      1000,
      ['0 prepare A'],
    ],
    [
      'a scroll under which the term stays does not',
      [...restOnA, scroll(100, { mark: 'A' })],
      1000,
      ['0 prepare A', '300 open A pointer'],
    ],
    ['leaving the frame ends the dwell', [...restOnA, { type: 'out', t: 100 }], 1000, ['0 prepare A']],
    ['a tap opens at once', [{ type: 'tap', t: 5, mark: 'A' }], 1000, ['5 open A touch']],
    ['a keyboard step opens at once', [{ type: 'step', t: 5, mark: 'A' }], 1000, ['5 open A keyboard']],
  ];
  test.each(rows)('%s', (_, events, until, log) => {
    expect(play(events, until).log).toEqual(log);
  });

  test.each([150, 300, 800])('the dwell is the setting: %i ms', (dwellMs) => {
    expect(play(restOnA, 2000, dwellMs).log).toEqual(['0 prepare A', `${dwellMs} open A pointer`]);
  });
});

function scroll(t: number, more: object): Event {
  return { type: 'scroll', t, moved: 0, inView: true, mark: null, ...more };
}

describe('closing', () => {
  const opened = ['0 prepare A', '300 open A pointer'];
  const away = (t: number) => move(t, 150, 20, null, { card: CARD });
  const rows: [string, Event[], number, string[]][] = [
    ['stays open as long as the pointer rests on the term', restOnA, 60_000, []],
    ['closes 300 ms after leaving', [...restOnA, away(1000)], 5000, ['1300 close back']],
    [
      'moving on elsewhere does not put it off',
      [...restOnA, away(1000), move(1200, 90, 20, null)],
      5000,
      ['1300 close back'],
    ],
    ['coming back keeps it', [...restOnA, away(1000), move(1299, 150, 120, 'A')], 5000, []],
    ['the pointer in the card keeps it', [...restOnA, away(1000), { type: 'enter', t: 1200 }], 60_000, []],
    [
      'leaving the card closes it after 300 ms',
      [...restOnA, { type: 'enter', t: 1200 }, { type: 'leave', t: 2000, x: 300, y: 420 }],
      5000,
      ['2300 close back'],
    ],
    [
      'a slow pointer on its way to the card keeps it',
      [...restOnA, ...[400, 600, 800, 1000].map((t, i) => move(t, 150, 124 + 3 * i, null, { card: CARD }))],
      1290,
      [],
    ],
    [
      'a pointer that stops on its way closes it 300 ms later',
      [...restOnA, move(400, 150, 125, null, { card: CARD }), move(600, 150, 128, null, { card: CARD })],
      5000,
      ['900 close back'],
    ],
    ['Escape closes', [...restOnA, { type: 'dismiss', t: 700 }], 5000, ['700 close back']],
    [
      'after Escape the term stays quiet under the unmoved hand',
      [...restOnA, { type: 'dismiss', t: 700 }, move(720, 151, 120, 'A')],
      5000,
      ['700 close back'],
    ],
    [
      'a press beside the card closes and leaves focus there',
      [...restOnA, { type: 'press', t: 700, mark: null }],
      5000,
      ['700 close stay'],
    ],
    ['a small scroll leaves it', [...restOnA, scroll(700, { moved: 48 })], 5000, []],
    ['a large one closes', [...restOnA, scroll(700, { moved: 49 })], 5000, ['700 close back']],
    [
      'but not under a pointer in the card',
      [...restOnA, { type: 'enter', t: 600 }, scroll(700, { moved: 200 })],
      5000,
      [],
    ],
    [
      'a term that leaves the view closes its card in any case',
      [...restOnA, { type: 'enter', t: 600 }, scroll(700, { moved: 900, inView: false })],
      5000,
      ['700 close back'],
    ],
    [
      'a term that leaves the page closes its card',
      [...restOnA, { type: 'gone', t: 700, mark: 'A', next: null }],
      5000,
      ['700 close back'],
    ],
    [
      'but not while the reader is in the card',
      [...restOnA, { type: 'enter', t: 600 }, { type: 'gone', t: 700, mark: 'A', next: null }],
      5000,
      [],
    ],
  ];
  test.each(rows)('%s', (_, events, until, log) => {
    expect(play(events, until).log).toEqual([...opened, ...log]);
  });
});

test('words that are rendered anew keep their card, and the rest on them', () => {
  const anew: Event = { type: 'gone', t: 700, mark: 'A', next: 'B' };
  expect(play([...restOnA, anew, move(800, 151, 120, 'B')], 5000).log).toEqual(['0 prepare A', '300 open A pointer']);
  expect(play([...restOnA, { ...anew, t: 200 }], 5000).log).toEqual(['0 prepare A', '300 open B pointer']);
});

describe('pinned', () => {
  const pinned: Event[] = [...restOnA, { type: 'enter', t: 500 }, { type: 'pin', t: 600, pinned: true }];
  const rows: [string, Event[], string[]][] = [
    ['leaving does not close', [{ type: 'leave', t: 700, x: 600, y: 600 }], []],
    ['a press beside it does not close', [{ type: 'press', t: 700, mark: null }], []],
    ['a scroll does not close', [scroll(700, { moved: 900, inView: false })], []],
    ['another term under the pointer does not take its place', [move(700, 10, 10, null), move(900, 11, 10, 'B')], []],
    ['Escape closes', [{ type: 'dismiss', t: 700 }], ['700 close back']],
    [
      'unpinned with the pointer away, it closes after 300 ms',
      [
        { type: 'leave', t: 700, x: 600, y: 600 },
        { type: 'pin', t: 800, pinned: false },
      ],
      ['1100 close back'],
    ],
    ['a step goes on to the next term', [{ type: 'step', t: 700, mark: 'B' }], ['700 open B keyboard']],
  ];
  test.each(rows)('%s', (_, events, log) => {
    expect(play([...pinned, ...events], 5000).log.slice(2)).toEqual(log);
  });
});

describe('from term to term', () => {
  test.each([
    ['300 ms after a close the next opens in 100 ms', 300, 100],
    ['301 ms after a close it takes the whole dwell', 301, 300],
  ])('%s', (_, gap, delay) => {
    const at = 700 + gap;
    const events = [...restOnA, { type: 'press', t: 700, mark: null } as Event, move(at - 20, 10, 10, null)];
    const { log } = play([...events, move(at, 12, 10, 'B')], 5000);
    expect(log.slice(3)).toEqual([`${at} prepare B`, `${at + delay} open B pointer`]);
  });

  test('resting on another term while a card is open takes its place in 100 ms', () => {
    const { log } = play(
      [...restOnA, move(980, 150, 60, null, { card: CARD }), move(1000, 150, 55, 'B', { card: CARD })],
      5000,
    );
    expect(log.slice(2)).toEqual(['1000 prepare B', '1100 open B pointer']);
  });

  test('a term crossed on the way to the card does not take its place', () => {
    const on = (t: number, y: number, mark: Mark | null) => move(t, 150, y, mark, { card: CARD });
    const { log, state } = play([
      ...restOnA,
      on(400, 122, null),
      ...[500, 600, 700, 800].map((t, i) => on(t, 124 + 3 * i, 'B')),
      { type: 'enter', t: 900 },
    ]);
    expect(log.slice(2).filter((line) => line.includes('open'))).toEqual([]);
    expect(state.open?.mark).toBe('A');
  });
});

describe('keyboard and touch', () => {
  const rows: [string, Event[], string[]][] = [
    [
      'the pointer does not close a card that has the focus',
      [{ type: 'step', t: 0, mark: 'A' }, move(100, 10, 10, null, { card: CARD })],
      ['0 open A keyboard'],
    ],
    [
      'focus that leaves a keyboard card closes it after 300 ms',
      [
        { type: 'step', t: 0, mark: 'A' },
        { type: 'focus', t: 500, inside: false },
      ],
      ['0 open A keyboard', '800 close back'],
    ],
    [
      'a pointer does not open another term meanwhile',
      [{ type: 'step', t: 0, mark: 'A' }, move(100, 10, 10, null), move(200, 11, 10, 'B')],
      ['0 open A keyboard'],
    ],
    [
      'focus that came by a click in the card does not hold it',
      [
        ...restOnA,
        { type: 'enter', t: 500 },
        { type: 'focus', t: 600, inside: true },
        { type: 'leave', t: 700, x: 600, y: 600 },
      ],
      ['0 prepare A', '300 open A pointer', '1000 close back'],
    ],
    [
      'focus that came by keyboard does',
      [...restOnA, { type: 'focus', t: 600, inside: true }, move(700, 10, 10, null, { card: CARD })],
      ['0 prepare A', '300 open A pointer'],
    ],
    [
      'a tapped card stays until a tap beside it',
      [
        { type: 'tap', t: 0, mark: 'A' },
        { type: 'tap', t: 9000, mark: null },
      ],
      ['0 open A touch', '9000 close stay'],
    ],
    [
      'a tap on the open term changes nothing',
      [
        { type: 'tap', t: 0, mark: 'A' },
        { type: 'tap', t: 900, mark: 'A' },
      ],
      ['0 open A touch'],
    ],
    [
      'a tap on another term goes there',
      [
        { type: 'tap', t: 0, mark: 'A' },
        { type: 'tap', t: 900, mark: 'B' },
      ],
      ['0 open A touch', '900 open B touch'],
    ],
  ];
  test.each(rows)('%s', (_, events, log) => {
    expect(play(events, 20_000).log).toEqual(log);
  });
});

test('nothing to wait for means no timer', () => {
  expect(wakeAt(initialHover())).toBeNull();
  expect(wakeAt(play(restOnA, 1000).state)).toBeNull();
});

describe('the safe path', () => {
  const from = { x: 150, y: 120 };
  test.each([
    ['straight down', { x: 150, y: 121 }, { x: 150, y: 130 }, true],
    ['aslant to the far corner', { x: 200, y: 124 }, { x: 350, y: 135 }, true],
    ['back up', { x: 150, y: 130 }, { x: 150, y: 121 }, false],
    ['along the line, away from the card', { x: 90, y: 120 }, { x: 40, y: 120 }, false],
    ['nearer, but outside the funnel', { x: 60, y: 110 }, { x: 70, y: 115 }, false],
  ])('%s', (_, before, to, safe) => {
    expect(onSafePath(from, before, to, CARD)).toBe(safe);
  });

  test('distance is 0 inside the box and to its nearest corner outside', () => {
    expect(distance({ x: 200, y: 200 }, CARD)).toBe(0);
    expect(distance({ x: 97, y: 136 }, CARD)).toBe(5);
  });
});
