import { describe, expect, it } from 'vitest';
import { packForms } from '../../glossary/pack-forms';
import { createMatcher } from '../../highlighter/match/create-matcher';
import { decodeForms } from '../../highlighter/match/decode-forms';
import { entries } from './match.glossary';
import { createReference } from './reference-matcher';

/** Repeatable random numbers in [0, 1) (mulberry32). */
function seeded(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const table = decodeForms(packForms(entries));
const { match } = createMatcher(table);
const reference = createReference(table);

// Next to an at sign all is taken for an address, which the reference does not know.
const spoken = entries.filter(({ id }) => id !== 'pass-k');
const pieces = spoken.flatMap(({ forms }) => forms.flatMap(({ text }) => text.split(/[ -]/)));
const others = ['the', 'of', 'on', 'a', 's', 'es', 'is', 'models', 'Learn', 'data', 'x1', '3', 'é', '用', 'и'];
const gaps = [
  ...'     '.split(''),
  '-',
  '-',
  '',
  '',
  '\n',
  '-\n',
  '\u00a0',
  '\u2011',
  '–',
  ' - ',
  '--',
  ', ',
  '. ',
  "'",
  '’s ',
  ' (',
  ') ',
  '—',
  '_',
  '  ',
  's ',
  'es ',
  'ies ',
];

describe('the matcher against a slow and obvious one', () => {
  it('agrees on 20,000 random texts', () => {
    const random = seeded(20261124);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    let found = 0;
    for (let n = 0; n < 20_000; n++) {
      let text = '';
      for (let words = 1 + Math.floor(random() * 7); words > 0; words--) {
        // Mostly a form's own words in their order, so that long matches happen; changed a little.
        const run =
          random() < 0.5 ? pick(pick(spoken).forms).text.split(/[ -]/) : [random() < 0.7 ? pick(pieces) : pick(others)];
        for (const piece of run) {
          const turned = random();
          text +=
            turned < 0.08
              ? piece.toUpperCase()
              : turned < 0.16
                ? piece[0]!.toUpperCase() + piece.slice(1)
                : turned < 0.24
                  ? piece.toLowerCase()
                  : piece;
          text += pick(gaps);
        }
      }
      const expected = reference(text);
      found += expected.length;
      const spans = match(text);
      // Asked only where they differ: an assertion costs more than a match.
      if (JSON.stringify(spans) !== JSON.stringify(expected)) expect(spans, JSON.stringify(text)).toEqual(expected);
    }
    // The texts are not empty of matches.
    expect(found).toBeGreaterThan(20_000);
  }, 60_000);
});
