import MiniSearch from 'minisearch';
import type { SearchDoc } from '../types.ts';
import { rootOf } from '../words.ts';
import { compare } from './compare.ts';
import { roots, tokens } from './fold.ts';
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
export function createTextMatcher(
  docs: readonly SearchDoc[],
  weight: (root: string) => number,
): (query: string) => TextMatch[] {
  const index = new MiniSearch<{ id: number; asked: string; quick: string; names: string }>({
    fields: ['asked', 'quick', 'names'],
    tokenize: tokens,
    processTerm: rootOf,
    searchOptions: {
      boost: { asked: 2, names: 1.5 },
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
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

  return (query) => {
    const wanted = roots(query);
    if (!wanted.length) return [];
    return index
      .search(query)
      .slice(0, CANDIDATES)
      .flatMap((hit): TextMatch[] => {
        const doc = hit.id as number;
        const { term, forms, asked, quick } = docs[doc]!;
        const read = (text: string, why: Why, base: number, most: number) => {
          const { met, score } = compare(wanted, roots(text), weight);
          return { matched: text, why, met, score: base + most * score };
        };
        const best = [
          ...asked.map((text) => read(text, 'answers your question', 140, 500)),
          read(quick, 'description', 100, 340),
        ].reduce((a, b) => (b.score > a.score ? b : a));
        // A query may spread over several of the entry's texts: then all together answer it.
        const whole = read([term, ...forms, ...asked, quick].join(' '), best.why, 0, 0).met;
        const met = Math.max(best.met, whole * TOGETHER);
        const score = Math.max(best.score, 100 + 400 * whole * TOGETHER);
        return met > 0 ? [{ doc, score, why: best.why, matched: best.matched, met }] : [];
      });
  };
}
