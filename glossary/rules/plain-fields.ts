import { show } from '../faults.ts';
import { passages, type Rule } from './rule.ts';

const MARK = /\[\[|\]\]|\*|`|<[a-z/]|\$\$|\]\(/i;

/** Quick definitions and contrasts are shown in lists and search results, where there is neither link nor style. */
export const plainFields: Rule = {
  name: 'plain-fields',
  check: (entry) =>
    passages(entry)
      .filter(({ where }) => where === 'quick' || where.startsWith('contrasts'))
      .flatMap(({ where, text }) => {
        const mark = MARK.exec(text);
        return mark
          ? [
              {
                where,
                found: `markup: ${show(text.slice(mark.index))}`,
                fix: 'Write plain words; link and style in the explanation.',
              },
            ]
          : [];
      }),
};
