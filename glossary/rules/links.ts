import { show } from '../faults.ts';
import { linksIn } from '../read/inline.ts';
import { passages, RESOLVED_FROM, type Rule, severityFrom } from './rule.ts';

/** `[[id]]` in the prose names an entry that exists, and not its own. */
export const links: Rule = {
  name: 'links',
  check: (entry, glossary) =>
    passages(entry).flatMap(({ where, text }) =>
      linksIn(text).flatMap((id) => {
        if (id === entry.id) return [{ where, found: `a link to itself`, fix: 'Remove the brackets.' }];
        if (glossary.ids.has(id)) return [];
        return [
          {
            where,
            found: `a link to the unknown entry ${show(id)}`,
            fix: 'Correct the id, write that entry, or remove the brackets.',
            severity: severityFrom(glossary, RESOLVED_FROM),
          },
        ];
      }),
    ),
};
