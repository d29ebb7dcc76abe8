import { show } from '../faults.ts';
import { regularPlural } from '../inflect.ts';
import type { Form } from '../types.ts';
import { formKey } from '../words.ts';
import { createIndex, type Rule } from './rule.ts';

/**
 * A form belongs to one entry. Same letters by the same case rule are always a fault; by different
 * case rules (`React` and `react`) both entries must declare the sense that tells them apart.
 */
export const formOwners: Rule = {
  name: 'form-owners',
  check(entry, glossary) {
    const claims = claimsOf(glossary);
    return entry.forms.flatMap((form, i) => {
      const seen = new Set<string>();
      return reach(form)
        .flatMap((key) => claims.get(key) ?? [])
        .filter(({ id, form: other }) => id !== entry.id && !seen.has(id) && overlap(form, other) && seen.add(id))
        .filter(({ sense, form: other }) => form.match === other.match || !sense || !entry.sense)
        .map(({ id, form: other }) => ({
          where: `forms[${i}]`,
          found: `${show(form.text)}, which ${id} claims too (${show(other.text)})`,
          fix: 'Leave it to the entry that it mostly means.',
        }));
    });
  },
};

/** A form is found in its plural too, so it reaches two keys. */
const reach = ({ text }: Form) => [formKey(text), formKey(regularPlural(text))];

/** Whether some text on a page could be either form. */
function overlap(a: Form, b: Form): boolean {
  if (a.match !== 'exact' || b.match !== 'exact') return true;
  const exact = (text: string) => text.replace(/[ -]/g, '');
  const plural = (text: string) => exact(regularPlural(text));
  return exact(a.text) === exact(b.text) || plural(a.text) === exact(b.text) || exact(a.text) === plural(b.text);
}

const claimsOf = createIndex(({ entries }) => {
  const claims = new Map<string, { id: string; sense?: string; form: Form }[]>();
  for (const { id, sense, forms } of entries) {
    for (const form of forms) {
      for (const key of new Set(reach(form))) {
        const known = claims.get(key);
        if (known) known.push({ id, sense, form });
        else claims.set(key, [{ id, sense, form }]);
      }
    }
  }
  return claims;
});
