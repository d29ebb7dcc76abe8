import { describe, expect, it } from 'vitest';
import { explanationLength } from '../../../glossary/rules/explanation-length';
import { findings, makeEntry, told } from '../make';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

describe('explanation-length', () => {
  it.each([
    [79, ['explanation: 79 words']],
    [80, []],
    [180, []],
    [181, ['explanation: 181 words']],
  ])('of %i words: %j', (count, expected) => {
    expect(told(findings(explanationLength, makeEntry({ explanation: [words(count)] })))).toEqual(expected);
  });

  it('counts words and not marks, over all paragraphs', () => {
    const explanation = [`[[token|small tokens]] **are** *really* \`there\` ${words(70)}`, words(5)];
    expect(findings(explanationLength, makeEntry({ explanation }))).toEqual([]);
  });

  it('wants at most three paragraphs', () => {
    const explanation = Array.from({ length: 4 }, () => words(25));
    expect(told(findings(explanationLength, makeEntry({ explanation })))).toEqual(['explanation: 4 paragraphs']);
  });
});
