import type { SearchDoc } from '../types.ts';
import { isFunctionWord } from '../words.ts';
import { editDistance } from './edit-distance.ts';
import { squash, tokens } from './fold.ts';
import { lacking, lettersOf } from './letters.ts';
import type { Lexicon } from './lexicon.ts';
import type { Match } from './match.ts';

interface Name {
  doc: number;
  text: string;
  squashed: string;
  /** Which letters it has. */
  letters: number;
  words: string[];
  /** First letters, for names of three words and more: "cot". */
  initials: string;
  why: 'name' | 'form';
}

/**
 * Finds entries by what they are called. Scores: 1000 the name itself, 800 its beginning, 760 its
 * first letters, 700 named in a longer question, 600 some of its words, 620 and less a typo.
 */
export function createNameMatcher(docs: readonly SearchDoc[], lexicon: Lexicon): (query: string) => Match[] {
  const names = docs.flatMap((doc, index) =>
    [...new Set([doc.term, ...doc.forms])].map((text): Name => {
      const words = tokens(text);
      return {
        doc: index,
        text,
        squashed: squash(text),
        letters: lettersOf(squash(text)),
        words,
        initials: words.length > 2 ? words.map((word) => word[0]).join('') : '',
        why: squash(text) === squash(doc.term) ? 'name' : 'form',
      };
    }),
  );
  const bySquashed = new Map<string, Name[]>();
  for (const name of names) bySquashed.set(name.squashed, [...(bySquashed.get(name.squashed) ?? []), name]);

  return (query) => {
    const wanted = squash(query);
    if (!wanted) return [];
    const words = tokens(query);
    const limit = words.length > LONGEST_NAME ? 0 : typoLimit(wanted.length);
    const letters = lettersOf(wanted);
    const best = new Map<number, Match>();
    const offer = (name: Name, score: number, why: Match['why'] = name.why) => {
      const known = best.get(name.doc);
      const full = score + (name.why === 'name' ? 10 : 0);
      if (!known || full > known.score) best.set(name.doc, { doc: name.doc, score: full, why, matched: name.text });
    };

    for (const name of names) {
      const { squashed } = name;
      if (squashed === wanted) offer(name, 1000);
      else if (singular(squashed) === singular(wanted)) offer(name, 970);
      else if (squashed.startsWith(wanted)) offer(name, 800 + (100 * wanted.length) / squashed.length);
      else if (name.initials === wanted) offer(name, 760);
      else if (wanted.length > 1 && beginsWords(words, name.words))
        offer(name, 600 + (100 * wanted.length) / squashed.length);
      else if (limit && lacking(letters, name.letters) <= limit) {
        const wrong = editDistance(wanted, squashed, limit);
        if (wrong <= limit && (wanted.length > 3 || sameStart(wanted, squashed)))
          offer(name, (wanted.length < 5 ? 500 : 680) - 60 * wrong, 'typo');
        else if (wanted.length > 4) {
          const begun = editDistance(wanted, squashed, limit - 1, true);
          if (begun < limit) offer(name, 360 - 60 * begun, 'typo');
        }
      }
    }
    for (const { name, share } of namesIn(words, bySquashed, lexicon)) offer(name, 300 + 400 * share);
    return [...best.values()];
  };
}

/** Words of a name that is looked for inside a longer query. */
const LONGEST_NAME = 5;

/** How many slips of the keyboard are forgiven: none in two letters, three in a long name. */
const typoLimit = (length: number) => (length < 3 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3);

const singular = (text: string) => text.replace(/(?<=[a-z]{2})s$/, '');

const sameStart = (a: string, b: string) => a[0] === b[0] && a.length === b.length;

/** Whether every word typed begins another word of the name, not all of them before their order. */
function beginsWords(typed: readonly string[], name: readonly string[]): boolean {
  const left = [...name];
  return typed.every((word) => {
    const at = left.findIndex((other) => other.startsWith(word));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Names that stand whole in a longer query, each with the share of the query's weight that it covers. */
function namesIn(
  words: readonly string[],
  bySquashed: ReadonlyMap<string, Name[]>,
  { root, weight }: Lexicon,
): { name: Name; share: number }[] {
  const weights = words.map((word) => weight(root(word)));
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
  const found: { name: Name; share: number }[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to++) {
      const run = words.slice(from, to);
      if (run.every(isFunctionWord)) continue;
      const joined = run.join('');
      const share = sum(weights.slice(from, to)) / (sum(weights) || 1);
      for (const name of bySquashed.get(joined) ?? bySquashed.get(singular(joined)) ?? []) found.push({ name, share });
    }
  }
  return found;
}
