import { show } from '../faults.ts';
import { regularPlural } from '../inflect.ts';
import type { Form } from '../types.ts';
import { formKey } from '../words.ts';
import { isCommon } from './common-words.ts';
import type { Rule } from './rule.ts';

const TEXT = /^[\p{Script=Latin}\p{Script=Greek}\d][\p{L}\p{N} .'’+\-/&#*()@:²³]*$/u;
export const FORM_MAX = 60;

/** Forms can be packed, are not found already by another of the entry's forms, and mind their case. */
export const formText: Rule = {
  name: 'form-text',
  check: ({ forms }) =>
    forms.flatMap((form, i) => {
      const { text, match } = form;
      const where = `forms[${i}]`;
      const faults = [];
      if (!TEXT.test(text))
        faults.push({
          where,
          found: show(text),
          fix: "Start with a letter or digit; then letters, digits, spaces and . ' + - / & # * ( ) @ : only.",
        });
      if (/ {2}|--/.test(text))
        faults.push({ where, found: `${show(text)} with a doubled space or hyphen`, fix: 'Write one.' });
      if (text.length < 2 || text.length > FORM_MAX)
        faults.push({ where, found: `${text.length} characters`, fix: `Use 2 to ${FORM_MAX}.` });
      if (match === 'any' && /\p{Lu}.*\p{Lu}/u.test(text) && /^\p{L}+$/u.test(text) && isCommon(text.toLowerCase())) {
        faults.push({
          where,
          found: `${show(text)} in any case, though ${show(text.toLowerCase())} is an English word`,
          fix: 'Set match: exact.',
        });
      }
      const twin = forms.findIndex((other, j) => j !== i && sameRules(other, form) && covers(other, form, j < i));
      if (twin >= 0 && i > 0) {
        faults.push({
          where,
          found: `${show(text)}, which ${show(forms[twin]!.text)} finds already`,
          fix: 'Remove it: hyphen, space, joined and regular plural are found without it.',
        });
      }
      return faults;
    }),
};

const sameRules = (a: Form, b: Form) => a.match === b.match && a.risk === b.risk;

/** Whether the other form finds this one's text; of two equal ones the first covers the second. */
function covers(other: Form, form: Form, earlier: boolean): boolean {
  const key = form.match === 'exact' ? (text: string) => text.replace(/[ -]/g, '') : formKey;
  return (earlier && key(other.text) === key(form.text)) || key(regularPlural(other.text)) === key(form.text);
}
