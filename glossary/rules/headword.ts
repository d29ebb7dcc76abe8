import { show } from '../faults.ts';
import { formKey } from '../words.ts';
import type { Rule } from './rule.ts';

/** What the card calls the entry must be what the page is searched for. */
export const headword: Rule = {
  name: 'headword',
  check({ term, also, forms }) {
    const keys = new Set(forms.map(({ text }) => formKey(text)));
    return [{ where: 'term', text: term }, ...also.map((text, i) => ({ where: `also[${i}]`, text }))]
      .filter(({ text }) => !keys.has(formKey(text)))
      .map(({ where, text }) => ({
        where,
        found: `${show(text)}, which no form has`,
        fix: 'Add it to forms, or readers never meet it.',
      }));
  },
};
