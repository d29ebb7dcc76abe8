import { show } from '../faults.ts';
import { strip } from '../read/inline.ts';
import { isFunctionWord, rootOf, sentencesOf, wordsOf } from '../words.ts';
import type { Rule } from './rule.ts';

/** Share of the first sentence's telling words that the quick definition may already hold. */
const RESTATING = 0.75;

/** A question is a question; its answer begins with the answer, and adds to the definition. */
export const faqAnswers: Rule = {
  name: 'faq-answers',
  check({ faq, quick }) {
    const known = new Set(tellingRoots(quick));
    return faq.flatMap(({ q, a }, i) => {
      const where = `faq[${i}]`;
      const asks = /\?$/.test(q)
        ? []
        : [{ where, found: `${show(q)} without a question mark`, fix: 'Write it as a question.' }];
      if (!a.length)
        return [
          ...asks,
          { where, found: `no answer to ${show(q)}`, fix: 'Write it below the heading; its first sentence answers.' },
        ];
      if (a.length > 1) {
        asks.push({
          where,
          found: `${a.length} paragraphs`,
          fix: 'Make the answer one: the card shows it below its button.',
        });
      }
      const first = sentencesOf(strip(a[0]!))[0] ?? '';
      if (!/[.!?]["”’)]?$/.test(first)) {
        return [
          ...asks,
          {
            where,
            found: `an answer without a first sentence: ${show(first)}`,
            fix: 'Begin with one that answers, and end it with a full stop.',
          },
        ];
      }
      const roots = tellingRoots(first);
      const share = roots.filter((root) => known.has(root)).length / Math.max(1, roots.length);
      return roots.length >= 5 && share >= RESTATING
        ? [
            ...asks,
            {
              where,
              found: `an answer that restates the quick definition: ${show(first)}`,
              fix: 'Say something that it does not, or ask something else.',
            },
          ]
        : asks;
    });
  },
};

const tellingRoots = (text: string) =>
  wordsOf(text)
    .filter((word) => !isFunctionWord(word))
    .map(rootOf);
