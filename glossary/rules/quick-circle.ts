import { show } from '../faults.ts';
import type { EntrySource } from '../schema.ts';
import { formKey, isFunctionWord, rootOf, wordsOf } from '../words.ts';
import { createIndex, type Rule } from './rule.ts';

/**
 * A definition must not lean on the word that it defines. Barred are a form as a whole, the root of a
 * form of one word, and the telling words of a longer headword. Allowed is the head noun of a longer one,
 * which is the genus (a *reward model* is a model that …, ISO 704), and a word that another entry defines.
 */
export const quickCircle: Rule = {
  name: 'quick-circle',
  check(entry, glossary) {
    const roots = barredRoots(entry);
    const others = ownersOf(glossary);
    const definedElsewhere = (word: string) => (others.get(rootOf(word)) ?? []).some((id) => id !== entry.id);
    const words = wordsOf(entry.quick).flatMap((word) => word.split('-'));
    const hit = words.find((word) => roots.has(rootOf(word)) && !definedElsewhere(word));
    const flat = ` ${words.join(' ').toLowerCase()} `;
    const whole = entry.forms.find(
      ({ text }) =>
        text.length > 2 &&
        flat.includes(
          ` ${wordsOf(text)
            .flatMap((w) => w.split('-'))
            .join(' ')
            .toLowerCase()} `,
        ),
    );
    const found = whole?.text ?? hit;
    return found
      ? [
          {
            where: 'quick',
            found: `a circle: ${show(found)} is part of the term`,
            fix: 'Say what it is in other words.',
          },
        ]
      : [];
  },
};

function barredRoots({ term, also, forms }: EntrySource): Set<string> {
  const roots = new Set<string>();
  for (const { text } of forms) if (!/[ /-]/.test(text) && text.length > 2) roots.add(rootOf(text));
  // Of longer forms the headword and its expansion alone: "text token" must not bar "text" from "token".
  for (const text of [term, ...also]) {
    const words = text.split(/[ /-]+/).filter((word) => word && !isFunctionWord(word));
    const head = / of /.test(text) ? 0 : words.length - 1;
    words.forEach((word, i) => {
      if (word.length > 3 && (words.length === 1 || i !== head)) roots.add(rootOf(word));
    });
  }
  return roots;
}

/** Root of each form of one word → ids of the entries that explain it. */
const ownersOf = createIndex(({ entries }) => {
  const owners = new Map<string, string[]>();
  for (const { id, forms } of entries) {
    for (const { text } of forms) {
      if (/[ /-]/.test(text) || formKey(text).length < 3) continue;
      const root = rootOf(text);
      owners.set(root, [...(owners.get(root) ?? []), id]);
    }
  }
  return owners;
});
