import { show } from '../faults.ts';
import { wordsOf } from '../words.ts';
import type { Rule } from './rule.ts';

export const ASKED_COUNT = [3, 8] as const;
const ASKED_MAX = 100;

/** Newcomers search in their own words; a single word is a form, not a question. */
export const asked: Rule = {
  name: 'asked',
  check({ asked }) {
    const [least, most] = ASKED_COUNT;
    return [
      ...(asked.length < least || asked.length > most
        ? [
            {
              where: 'asked',
              found: `${asked.length} ways of asking`,
              fix: `Give ${least} to ${most}, as a newcomer would type them.`,
            },
          ]
        : []),
      ...asked.flatMap((text, i) => [
        ...(wordsOf(text).length < 2
          ? [
              {
                where: `asked[${i}]`,
                found: show(text),
                fix: 'Write a question or phrase of at least two words; a name is a form.',
              },
            ]
          : []),
        ...(text.length > ASKED_MAX
          ? [
              {
                where: `asked[${i}]`,
                found: `${text.length} characters`,
                fix: `Nobody types so much: at most ${ASKED_MAX}.`,
              },
            ]
          : []),
      ]),
    ];
  },
};
