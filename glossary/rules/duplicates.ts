import { show } from '../faults.ts';
import type { Rule } from './rule.ts';

/** No list says the same thing twice. Forms, contrasts, relations and addresses have rules of their own. */
export const duplicates: Rule = {
  name: 'duplicates',
  check({ also, asked, cues, faq, sources, moved }) {
    const lists: [string, string[]][] = [
      ['also', also],
      ['asked', asked],
      ['cues.for', cues?.for ?? []],
      ['cues.against', cues?.against ?? []],
      ['faq', faq.map(({ q }) => q)],
      ['sources', sources.map(({ title }) => title)],
      ['moved', moved],
    ];
    return lists.flatMap(([name, list]) => {
      const seen = new Set<string>();
      return list.flatMap((text, i) => {
        const key = text
          .toLowerCase()
          .replace(/[^\p{L}\p{N}~]+/gu, ' ')
          .trim();
        const twice = seen.has(key);
        seen.add(key);
        return twice ? [{ where: `${name}[${i}]`, found: `${show(text)} twice`, fix: 'Keep one.' }] : [];
      });
    });
  },
};
