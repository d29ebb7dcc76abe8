import { strip } from '../read/inline.ts';
import { passages, type Rule } from './rule.ts';

const NUMBER = /(?<![\p{L}\p{N}.,-])\d+(?:[.,]\d+)*/gu;

/** Its id is a name, not a number: [[top-5]]. */
const BARE_LINK = /\[\[[^[\]|]*\]\]/g;

/** Every number in the prose stands in a claim of the evidence. Listed as missing: whether it does prove it, a reader judges. */
export const unprovenNumbers: Rule = {
  name: 'unproven-numbers',
  check(entry) {
    const proven = new Set(entry.evidence.flatMap(({ claim }) => numbersIn(claim)));
    const prose = passages(entry).flatMap(({ text }) => numbersIn(strip(text.replace(BARE_LINK, ''))));
    if (entry.origin) prose.push(String(entry.origin.year));
    const open = [...new Set(prose)].filter((number) => !proven.has(number));
    return open.length
      ? [
          {
            where: 'evidence',
            found: `no claim with ${open.join(', ')}`,
            fix: 'Add the claim that holds the number, with its source; an example of your own making needs none.',
            severity: 'missing',
          },
        ]
      : [];
  },
};

const numbersIn = (text: string) =>
  [...text.matchAll(NUMBER)]
    .map(([number]) => number.replaceAll(',', ''))
    .filter((number) => number !== '0' && number !== '1');
