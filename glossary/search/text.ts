import MiniSearch from 'minisearch';
import type { SearchDoc } from '../types.ts';
import { compare } from './compare.ts';
import { tokens } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import type { Match, Why } from './match.ts';

/** How many candidates of the index are looked at closely. */
const CANDIDATES = 40;
/** What an answer scattered over several texts counts, beside one in one place. */
const TOGETHER = 0.75;

export interface TextMatch extends Match {
  /** Share of the query that the text answers, 0–1. */
  met: number;
}

/**
 * Finds entries by what they are about: the ways in which newcomers ask, and the quick definition.
 * MiniSearch finds the candidates, typos included; then each question is compared on its own, since
 * half of one and half of another is no answer. Scores: up to 640 a question, up to 440 a definition.
 */
export function createTextMatcher(docs: readonly SearchDoc[], lexicon: Lexicon): (query: string) => TextMatch[] {
  const { root, roots, knows, weight } = lexicon;
  const index = new MiniSearch<{ id: number; asked: string; quick: string; names: string }>({
    fields: ['asked', 'quick', 'names'],
    tokenize: tokens,
    processTerm: root,
    searchOptions: {
      boost: { asked: 2, names: 1.5 },
      // A word that entries use is no slip of the keyboard.
      fuzzy: (term) => (term.length > 4 && !knows(term) ? 0.2 : false),
      prefix: (term, i, terms) => i === terms.length - 1 && term.length > 2,
    },
  });
  index.addAll(
    docs.map(({ term, forms, asked, quick }, id) => ({
      id,
      asked: asked.join(' | '),
      quick,
      names: [term, ...forms].join(' | '),
    })),
  );
  const readings = new Map<number, Reading>();
  const readingOf = (doc: number): Reading => {
    let reading = readings.get(doc);
    if (!reading) {
      const { term, forms, asked, quick } = docs[doc]!;
      reading = {
        texts: [
          ...asked.map((text) => ({
            text,
            roots: roots(text),
            why: 'answers your question' as const,
            base: 140,
            most: 500,
          })),
          { text: quick, roots: roots(quick), why: 'description', base: 100, most: 340 },
        ],
        whole: [...new Set(roots([term, ...forms, ...asked, quick].join(' ')))],
      };
      readings.set(doc, reading);
    }
    return reading;
  };

  return (query) => {
    const wanted = roots(query);
    if (!wanted.length) return [];
    return index
      .search(query)
      .slice(0, CANDIDATES)
      .flatMap(({ id }): TextMatch[] => {
        const doc = id as number;
        const { texts, whole } = readingOf(doc);
        const best = texts
          .map(({ text, roots, why, base, most }) => {
            const { met, score } = compare(wanted, roots, weight);
            return { matched: text, why, met, score: base + most * score };
          })
          .reduce((a, b) => (b.score > a.score ? b : a));
        // A query may spread over several of the entry's texts: then all together answer it.
        const together = compare(wanted, whole, weight).met * TOGETHER;
        const met = Math.max(best.met, together);
        const score = Math.max(best.score, 100 + 400 * together);
        return met > 0 ? [{ doc, score, why: best.why, matched: best.matched, met }] : [];
      });
  };
}

/** An entry's texts as roots, made when it first is a candidate. */
interface Reading {
  texts: { text: string; roots: string[]; why: Why; base: number; most: number }[];
  whole: string[];
}
