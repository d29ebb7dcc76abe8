import { strip } from '../read/inline.ts';
import { wordsOf } from '../words.ts';
import type { Rule } from './rule.ts';

export const EXPLANATION_WORDS = [80, 180] as const;
export const EXPLANATION_PARAGRAPHS = 3;

/** Long enough to say how it works with one example, short enough to be read in a card. */
export const explanationLength: Rule = {
  name: 'explanation-length',
  check({ explanation }) {
    const words = explanation.reduce((sum, text) => sum + wordsOf(strip(text)).length, 0);
    const [least, most] = EXPLANATION_WORDS;
    const where = 'explanation';
    return [
      ...(words < least
        ? [{ where, found: `${words} words`, fix: `Add how it works, a number or a tiny example: at least ${least}.` }]
        : []),
      ...(words > most
        ? [
            {
              where,
              found: `${words} words`,
              fix: `Cut to ${most}: what is not about this term, or move it to a question.`,
            },
          ]
        : []),
      ...(explanation.length > EXPLANATION_PARAGRAPHS
        ? [{ where, found: `${explanation.length} paragraphs`, fix: `Join them: at most ${EXPLANATION_PARAGRAPHS}.` }]
        : []),
    ];
  },
};
