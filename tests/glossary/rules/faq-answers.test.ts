import { describe, expect, it } from 'vitest';
import { faqAnswers } from '../../../glossary/rules/faq-answers';
import { findings, makeEntry, told } from '../make';

const check = (q: string, ...a: string[]) => told(findings(faqAnswers, makeEntry({ faq: [{ q, a }] })));

describe('faq-answers', () => {
  it('accepts a question whose answer begins with a sentence', () => {
    expect(check('How much?', 'About ten times as much. It depends on the beam.')).toEqual([]);
  });

  it('refuses a heading without a question mark, and a question without an answer', () => {
    expect(check('Cost')).toEqual(['faq[0]: "Cost" without a question mark', 'faq[0]: no answer to "Cost"']);
  });

  it('refuses an answer without a full stop, and one of two paragraphs', () => {
    expect(check('How?', 'by counting')).toEqual(['faq[0]: an answer without a first sentence: "by counting"']);
    expect(check('How?', 'By counting.', 'And more.')).toEqual(['faq[0]: 2 paragraphs']);
  });

  it('refuses an answer that says the quick definition again', () => {
    const answer = 'It is a way of writing text that keeps half-finished answers alive and drops the weakest.';
    expect(check('What is it?', answer)).toEqual([expect.stringContaining('restates the quick definition')]);
  });
});
