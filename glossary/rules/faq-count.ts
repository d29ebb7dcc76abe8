import type { Rule } from './rule.ts';

export const FAQ_COUNT = [2, 4] as const;

/** "1 of 2 explored" needs at least two questions, and a card has no room for five. */
export const faqCount: Rule = {
  name: 'faq-count',
  check: ({ faq }) =>
    faq.length >= FAQ_COUNT[0] && faq.length <= FAQ_COUNT[1]
      ? []
      : [
          {
            where: 'faq',
            found: `${faq.length} questions`,
            fix: `Ask ${FAQ_COUNT[0]} to ${FAQ_COUNT[1]} below "## Questions", each as "### …?".`,
          },
        ],
};
