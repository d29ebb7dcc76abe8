import { describe, expect, it } from 'vitest';
import { asked } from '../../../glossary/rules/asked';
import { findings, makeEntry, told } from '../make';

const ways = (count: number) => Array.from({ length: count }, (_, i) => `how is it done, way ${i}`);

describe('asked', () => {
  it.each([
    [2, ['asked: 2 ways of asking']],
    [3, []],
    [8, []],
    [9, ['asked: 9 ways of asking']],
  ])('with %i ways says %j', (count, expected) => {
    expect(told(findings(asked, makeEntry({ asked: ways(count) })))).toEqual(expected);
  });

  it('wants phrases that somebody would type', () => {
    const list = ['search', `why ${'so '.repeat(40)}long`, ...ways(2)];
    expect(told(findings(asked, makeEntry({ asked: list })))).toEqual([
      'asked[0]: "search"',
      'asked[1]: 128 characters',
    ]);
  });
});
