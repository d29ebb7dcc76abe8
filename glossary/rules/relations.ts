import { show } from '../faults.ts';
import { RESOLVED_FROM, type Rule, severityFrom } from './rule.ts';

/** Relations name other entries, each once. The other direction is filled in when the glossary is compiled. */
export const relations: Rule = {
  name: 'relations',
  check({ id, relations }, glossary) {
    const seen = new Map<string, string>();
    return Object.entries(relations).flatMap(([kind, ids]) =>
      ids.flatMap((other, i) => {
        const where = `relations.${kind}[${i}]`;
        if (other === id) return [{ where, found: 'the entry itself', fix: 'Remove it.' }];
        const before = seen.get(other);
        seen.set(other, kind);
        if (before)
          return [
            { where, found: `${show(other)}, which is under ${before} already`, fix: 'Keep the more telling kind.' },
          ];
        return glossary.ids.has(other)
          ? []
          : [
              {
                where,
                found: `the unknown entry ${show(other)}`,
                fix: 'Correct the id, write that entry, or remove it.',
                severity: severityFrom(glossary, RESOLVED_FROM),
              },
            ];
      }),
    );
  },
};
