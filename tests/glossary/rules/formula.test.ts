import { describe, expect, it } from 'vitest';
import { formula } from '../../../glossary/rules/formula';
import type { EntrySource } from '../../../glossary/schema';
import { crowd, findings, makeEntry, told } from '../make';

const WORDS = 'The weights are the old ones plus a small step.';
const faults = (more: Partial<NonNullable<EntrySource['formula']>>) =>
  told(findings(formula, makeEntry({ formula: { tex: 'W=W_0+BA', words: WORDS, where: {}, ...more } })));

describe('formula', () => {
  it('passes an entry without one, and one that is told in words and signs', () => {
    expect(findings(formula, makeEntry())).toEqual([]);
    expect(faults({ where: { W_0: 'the frozen weights', 'B A': 'the product of the thin tables' } })).toEqual([]);
  });

  it.each([
    ['a function that LaTeX does not have', 'W=\\foo{x}', /Unsupported function name: \\foo at position 3/],
    ['a brace that never closes', '\\frac{1', /Unexpected end of input/],
    ['a colour', '\\color{red}x', /a style, which the card does not draw: color/],
    ['a link', '\\href{https://example.org}{x}', /\\href/],
    ['a frame', '\\boxed{x}', /a style, which the card does not draw: (padding|border)/],
  ])('names %s', (_, tex, message) => {
    const [first, ...others] = faults({ tex });
    expect(first).toMatch(message);
    expect(first).toMatch(/^formula\.tex: /);
    expect(others).toEqual([]);
  });

  it.each([
    ['without a full stop', 'the weights'],
    ['with LaTeX', 'The weights $W$ are new.'],
    ['with a link', 'The [[weight]] is new.'],
    ['that are too long', `${'a long word '.repeat(21)}.`],
  ])('refuses words %s', (_, words) => {
    expect(faults({ words })).toEqual([expect.stringMatching(/^formula\.words: /)]);
  });

  it('wants the words, at last as an error', () => {
    const bare = makeEntry({ formula: { tex: 'x', where: {} } });
    expect(findings(formula, bare)).toMatchObject([{ where: 'formula.words', severity: 'missing' }]);
    expect(findings(formula, bare, crowd(500))).toMatchObject([{ where: 'formula.words', severity: 'error' }]);
  });

  it('refuses signs that are not there, cannot be set, are too many, or are told as sentences', () => {
    expect(faults({ where: { Z: 'zeal' } })).toEqual(['formula.where.Z: a sign that the formula does not have']);
    expect(faults({ tex: 'a\\foo', where: { '\\foo': 'x' } })).toHaveLength(2);
    expect(faults({ where: { W: 'the weights.' } })).toEqual(['formula.where.W: "the weights."']);
    const tex = 'a+b+c+d+e+f+g';
    expect(faults({ tex, where: Object.fromEntries([...'abcdefg'].map((sign) => [sign, 'a term'])) })).toEqual([
      'formula.where: 7 signs',
    ]);
  });
});
