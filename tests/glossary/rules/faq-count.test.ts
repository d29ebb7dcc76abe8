import { describe, expect, it } from 'vitest';
import { faqCount } from '../../../glossary/rules/faq-count';
import { findings, makeEntry, told } from '../make';

const faq = (count: number) => Array.from({ length: count }, (_, i) => ({ q: `Why ${i}?`, a: ['So.'] }));

describe('faq-count', () => {
  it.each([
    [0, ['faq: 0 questions']],
    [1, ['faq: 1 questions']],
    [2, []],
    [4, []],
    [5, ['faq: 5 questions']],
  ])('with %i questions says %j', (count, expected) => {
    expect(told(findings(faqCount, makeEntry({ faq: faq(count) })))).toEqual(expected);
  });
});
