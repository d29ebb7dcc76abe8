import { show } from '../faults.ts';
import type { Rule } from './rule.ts';

export const CUES_MAX = 40;
const CUE = /^(?:~ )?[\p{Ll}\p{N}.'’+\-/&]+(?: [\p{Ll}\p{N}.'’+\-/&]+){0,2}(?: ~)?$/u;

/** Cues are words as `sense/` reads them: lower case, one to three, "~" once for the form. */
export const cues: Rule = {
  name: 'cues',
  check({ cues }) {
    if (!cues) return [];
    const lists = Object.entries(cues) as ['for' | 'against', string[]][];
    return lists.flatMap(([side, list]) => [
      ...(list.length > CUES_MAX
        ? [
            {
              where: `cues.${side}`,
              found: `${list.length} cues`,
              fix: `Ten good ones beat forty weak ones: at most ${CUES_MAX}.`,
            },
          ]
        : []),
      ...list.flatMap((cue, i) => {
        const where = `cues.${side}[${i}]`;
        if (!CUE.test(cue) || cue.split('~').length > 2) {
          return [
            {
              where,
              found: show(cue),
              fix: 'Write one to three words in lower case; "~" stands for the form, once, beside a word.',
            },
          ];
        }
        return side === 'against' && cues.for.includes(cue)
          ? [{ where, found: `${show(cue)}, which also speaks for it`, fix: 'Keep one side.' }]
          : [];
      }),
    ]);
  },
};
