import { show } from '../faults.ts';
import type { Rule } from './rule.ts';

export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const ID_MAX = 60;

/** The file name is the id, stays readable in an address, and is unique on any file system. */
export const idPattern: Rule = {
  name: 'id-pattern',
  check: ({ id }) =>
    ID.test(id) && id.length <= ID_MAX
      ? []
      : [
          {
            where: 'file',
            found: show(id),
            fix: `Name the file in lower-case letters, digits and single hyphens, at most ${ID_MAX}.`,
          },
        ],
};
