import type { SearchDoc } from '../types.ts';
import { isFunctionWord, rootOf } from '../words.ts';
import { tokens } from './fold.ts';

/** What the glossary's own words weigh. */
export interface Lexicon {
  /** "hallucinating" → "hallucin"; remembered, since the same words come again and again. */
  root(word: string): string;
  /** The roots of a text's words, in order. */
  roots(text: string): string[];
  /** Whether some entry uses the root. */
  knows(root: string): boolean;
  /** How telling a root is: rare ones more, little words hardly. */
  weight(root: string): number;
}

/** A word that no entry uses is as telling as one that this share of them use: it must not drown the rest. */
const UNSEEN = 0.1;
const LITTLE = 0.2;

/** Learns the words of all entries. */
export function createLexicon(docs: readonly SearchDoc[]): Lexicon {
  const known = new Map<string, string>();
  const little = new Set<string>();
  const root = (word: string) => {
    let found = known.get(word);
    if (found === undefined) {
      found = rootOf(word);
      known.set(word, found);
      if (isFunctionWord(word)) little.add(found);
    }
    return found;
  };
  const roots = (text: string) => tokens(text).map(root);

  const seenIn = new Map<string, number>();
  for (const { term, forms, asked, quick } of docs) {
    for (const each of new Set(roots([term, ...forms, ...asked, quick].join(' ')))) {
      seenIn.set(each, (seenIn.get(each) ?? 0) + 1);
    }
  }
  return {
    root,
    roots,
    knows: (each) => seenIn.has(each),
    weight: (each) =>
      Math.log(1 + docs.length / (seenIn.get(each) ?? docs.length * UNSEEN)) * (little.has(each) ? LITTLE : 1),
  };
}
