import { describe, expect, it } from 'vitest';
import { quickLength } from '../../../glossary/rules/quick-length';
import { findings, makeEntry, told } from '../make';

const words = (count: number, word = 'word') => `${Array.from({ length: count }, () => word).join(' ')}.`;
const check = (quick: string) => told(findings(quickLength, makeEntry({ quick })));

describe('quick-length', () => {
  it.each([
    [words(14), ['quick: 14 words']],
    [words(15), []],
    [words(30), []],
    [words(31), ['quick: 31 words']],
    [words(24, 'extraordinary'), ['quick: 336 characters']],
    [`${words(10)} Then ${words(10)}`, ['quick: 2 sentences']],
    [words(20).slice(0, -1), ['quick: no full stop at the end']],
  ])('%s', (quick, expected) => {
    expect(check(quick)).toEqual(expected);
  });

  it('does not take "e.g." or a decimal point for the end of a sentence', () => {
    expect(
      check('A number, e.g. Pi or 3.5, that tells a model how far it should go at each of the many steps it takes.'),
    ).toEqual([]);
  });
});
