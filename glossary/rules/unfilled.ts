import { show } from '../faults.ts';
import { passages, type Rule } from './rule.ts';

/** What `npm run new-term` writes where the author must. */
export const UNFILLED = 'TODO';

/** Nothing that the scaffold left open is left open. */
export const unfilled: Rule = {
  name: 'unfilled',
  check(entry) {
    const texts = [
      ...passages(entry),
      ...entry.faq.map(({ q }, i) => ({ where: `faq[${i}]`, text: q })),
      ...entry.asked.map((text, i) => ({ where: `asked[${i}]`, text })),
      ...entry.sources.map(({ title }, i) => ({ where: `sources[${i}]`, text: title })),
      ...entry.also.map((text, i) => ({ where: `also[${i}]`, text })),
      { where: 'sense', text: entry.sense ?? '' },
    ];
    return texts
      .filter(({ text }) => new RegExp(`\\b${UNFILLED}\\b`).test(text))
      .map(({ where, text }) => ({
        where,
        found: show(text),
        fix: `Write it: "${UNFILLED}" stands where your text belongs.`,
      }));
  },
};
