import { show } from '../faults.ts';
import { strip } from '../read/inline.ts';
import { wordsOf } from '../words.ts';
import { RESOLVED_FROM, type Rule, severityFrom } from './rule.ts';

export const CONTRASTS_MAX = 3;
const DIFFERENCE_WORDS = [4, 40] as const;

/** Up to three neighbours that it is confused with, each told from the other side too where there is room. */
export const contrasts: Rule = {
  name: 'contrasts',
  check({ id, contrasts }, glossary) {
    const seen = new Set<string>();
    const many =
      contrasts.length > CONTRASTS_MAX
        ? [
            {
              where: 'contrasts',
              found: `${contrasts.length} contrasts`,
              fix: `Keep the ${CONTRASTS_MAX} that readers really mix up.`,
            },
          ]
        : [];
    return many.concat(
      contrasts.flatMap(({ with: other, difference }, i) => {
        const where = `contrasts[${i}]`;
        const words = wordsOf(strip(difference)).length;
        const length =
          words < DIFFERENCE_WORDS[0] || words > DIFFERENCE_WORDS[1]
            ? [
                {
                  where: `${where}.difference`,
                  found: `${words} words`,
                  fix: `Say the one difference in a sentence of ${DIFFERENCE_WORDS[0]} to ${DIFFERENCE_WORDS[1]} words.`,
                },
              ]
            : [];
        if (other === id) return [...length, { where, found: 'a contrast with itself', fix: 'Name the neighbour.' }];
        if (seen.has(other)) return [...length, { where, found: `${show(other)} twice`, fix: 'Keep one.' }];
        seen.add(other);
        if (!glossary.ids.has(other)) {
          return [
            ...length,
            {
              where,
              found: `the unknown entry ${show(other)}`,
              fix: 'Correct the id, write that entry, or drop the contrast.',
              severity: severityFrom(glossary, RESOLVED_FROM),
            },
          ];
        }
        const back = glossary.byId.get(other)?.contrasts;
        return back && back.length < CONTRASTS_MAX && !back.some(({ with: to }) => to === id)
          ? [
              ...length,
              {
                where,
                found: `a contrast that ${show(other)} does not have`,
                fix: `Add "with: ${id}" there, from its side.`,
                severity: 'missing' as const,
              },
            ]
          : length;
      }),
    );
  },
};
