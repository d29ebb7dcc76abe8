import { show } from '../faults.ts';
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
    const owners = sentenceOwners(glossary);
    return skeletons(entry).flatMap(({ where, sentence, skeleton }) => {
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
  const own = entry.forms
    .map(({ text }) => text.split(/[ -]/).map(quoted).join('[ -]?'))
    .sort((a, b) => b.length - a.length)
    .join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${own})(?:e?s)?(?![\\p{L}\\p{N}])`, 'giu');
  return passages(entry).flatMap(({ where, text }) =>
    sentencesOf(strip(text))
      .filter((sentence) => wordsOf(sentence).length >= LEAST_WORDS)
      .map((sentence) => ({
        where,
        sentence,
        skeleton: sentence
          .replace(pattern, '~')
          .toLowerCase()
          .replace(/[^\p{L}\p{N}~]+/gu, ' ')
          .trim(),
      })),
  );
}

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const sentenceOwners = createIndex(({ entries }) => {
  const owners = new Map<string, Set<string>>();
  for (const entry of entries)
    for (const { skeleton } of skeletons(entry))
      owners.set(skeleton, (owners.get(skeleton) ?? new Set()).add(entry.id));
  return owners;
});
