import { show } from '../faults.ts';
import { regularPlural } from '../inflect.ts';
import { strip } from '../read/inline.ts';
import type { EntrySource } from '../schema.ts';
import { sentencesOf, wordsOf } from '../words.ts';
import { createIndex, passages, type Rule } from './rule.ts';

/** Sentences of fewer words may well be alike by chance ("It depends on the model."). */
const LEAST_WORDS = 6;

/** A sentence that fits another term with the name swapped says nothing about this one. */
export const templates: Rule = {
  name: 'templates',
  check(entry, glossary) {
    const { owners, sentences } = sentencesOfAll(glossary);
    return sentences.get(entry.id)!.flatMap(({ where, sentence, skeleton }) => {
      const others = [...owners.get(skeleton)!].filter((id) => id !== entry.id);
      return others.length
        ? [
            {
              where,
              found: `${show(sentence)}, which ${others.join(', ')} says too with the term swapped`,
              fix: 'Say what is true of this term alone, or delete it.',
            },
          ]
        : [];
    });
  },
};

/** Each longer sentence with the entry's own forms as "~". */
function skeletons(entry: EntrySource) {
  const own = entry.forms.flatMap(({ text }) => {
    const spaced = bare(text);
    return [spaced, spaced.replaceAll(' ', '')].flatMap((form) => [form, regularPlural(form)]);
  });
  own.sort((a, b) => b.length - a.length);
  return passages(entry).flatMap(({ where, text }) =>
    sentencesOf(strip(text))
      .filter((sentence) => wordsOf(sentence).length >= LEAST_WORDS)
      .map((sentence) => {
        const skeleton = own.reduce((rest, form) => rest.replaceAll(` ${form} `, ' ~ '), ` ${bare(sentence)} `);
        return { where, sentence, skeleton };
      }),
  );
}

/** Lower-case words apart by one space, nothing else. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const sentencesOfAll = createIndex(({ entries }) => {
  const owners = new Map<string, Set<string>>();
  const sentences = new Map(entries.map((entry) => [entry.id, skeletons(entry)]));
  for (const [id, own] of sentences) {
    for (const { skeleton } of own) owners.set(skeleton, (owners.get(skeleton) ?? new Set()).add(id));
  }
  return { owners, sentences };
});
