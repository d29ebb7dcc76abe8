import { show } from '../faults.ts';
import type { Rule } from './rule.ts';

const MARK = /\[\[|\]\]|\*|`|<[a-z/]|\$\$|\]\(/i;

/** The quick definition is shown in lists and search results, where there is neither link nor style. */
export const quickPlain: Rule = {
  name: 'quick-plain',
  check({ quick }) {
    const mark = MARK.exec(quick);
    return mark
      ? [
          {
            where: 'quick',
            found: `markup: ${show(quick.slice(mark.index))}`,
            fix: 'Write plain words; link and style in the explanation.',
          },
        ]
      : [];
  },
};
