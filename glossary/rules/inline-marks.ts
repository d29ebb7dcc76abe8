import { show } from '../faults.ts';
import { parseInline } from '../read/inline.ts';
import { passages, type Rule } from './rule.ts';

/** The prose knows `*em*`, `**strong**`, `` `code` `` and `[[id|text]]`; any other mark would be shown as it is. */
export const inlineMarks: Rule = {
  name: 'inline-marks',
  check: (entry) =>
    passages(entry).flatMap(({ where, text }) =>
      where === 'quick' || where.startsWith('contrasts')
        ? []
        : parseInline(text, () => '').faults.map((found) => ({
            where,
            found: `a mark that is not closed or not known: ${show(found)}`,
            fix: 'Close it, remove it, or put a backslash before the sign. Links to pages belong in sources.',
          })),
    ),
};
