import { sentencesOf, wordsOf } from '../words.ts';
import type { Rule } from './rule.ts';

export const QUICK_WORDS = [15, 30] as const;
export const QUICK_MAX = 240;

/** Most readers need twenty words: one sentence that fits the card's first line or two. */
export const quickLength: Rule = {
  name: 'quick-length',
  check({ quick }) {
    const words = wordsOf(quick).length;
    const sentences = sentencesOf(quick).length;
    const where = 'quick';
    return [
      ...(words < QUICK_WORDS[0]
        ? [{ where, found: `${words} words`, fix: `Say more: at least ${QUICK_WORDS[0]}.` }]
        : []),
      ...(words > QUICK_WORDS[1]
        ? [{ where, found: `${words} words`, fix: `Move detail to the explanation: at most ${QUICK_WORDS[1]}.` }]
        : []),
      ...(quick.length > QUICK_MAX
        ? [{ where, found: `${quick.length} characters`, fix: `Shorten it to ${QUICK_MAX}.` }]
        : []),
      ...(sentences > 1
        ? [{ where, found: `${sentences} sentences`, fix: 'Make it one; the rest belongs in the explanation.' }]
        : []),
      ...(/\.["”’)]?$/.test(quick)
        ? []
        : [{ where, found: `no full stop at the end`, fix: 'End the sentence with one.' }]),
    ];
  },
};
