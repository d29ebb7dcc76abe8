import { show } from '../faults.ts';
import type { Rule } from './rule.ts';
import { urlFault } from './sources.ts';

/** Each claim was opened at an address; one that could not be is counted, not hidden. */
export const evidence: Rule = {
  name: 'evidence',
  check({ evidence }) {
    const seen = new Set<string>();
    const none = evidence.length
      ? []
      : [
          {
            where: 'evidence',
            found: 'nothing',
            fix: 'List each number, name, year and "first" with the page that says so.',
            severity: 'missing' as const,
          },
        ];
    return [
      ...none,
      ...evidence.flatMap((item, i) => {
        const where = `evidence[${i}]`;
        const key = `${item.claim} ${'url' in item ? item.url : ''}`;
        const twice = seen.has(key) ? [{ where, found: `${show(item.claim)} twice`, fix: 'Keep one.' }] : [];
        seen.add(key);
        if ('unverified' in item) {
          return [
            ...twice,
            {
              where,
              found: `${show(item.claim)}, not verified`,
              fix: 'Open a source that says so, or leave the claim out.',
              severity: 'missing' as const,
            },
          ];
        }
        const fault = urlFault(item.url);
        return fault ? [...twice, { where: `${where}.url`, found: show(item.url), fix: fault }] : twice;
      }),
    ];
  },
};
