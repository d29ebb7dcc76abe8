import MiniSearch from 'minisearch';
import type { SearchDoc } from '../types.ts';
import { rootOf } from '../words.ts';
import { compare, createWeights } from './compare.ts';
import { roots, tokens } from './fold.ts';
import type { Match } from './match.ts';

/** How many candidates of the index are looked at closely. */
const CANDIDATES = 40;

export interface TextMatch extends Match {
  /** Share of the query that the text answers, 0–1. */
  met: number;
}

/**
 * Finds entries by what they are about: the ways in which newcomers ask, and the quick definition.
 * MiniSearch finds the candidates, typos included; then each question is compared on its own, since
 * half of one and half of another is no answer. Scores: up to 640 a question, up to 440 a definition.
 */
export function createTextMatcher(docs: readonly SearchDoc[]): (query: string) => TextMatch[] {
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
  const weight = createWeights(docs);

  return (query) => {
    const wanted = roots(query);
    if (!wanted.length) return [];
    return index
      .search(query)
      .slice(0, CANDIDATES)
      .flatMap((hit): TextMatch[] => {
        const doc = hit.id as number;
        const { asked, quick } = docs[doc]!;
        const readings = [
          ...asked.map((text) => ({
            text,
            ...compare(wanted, roots(text), weight),
            why: 'answers your question' as const,
            most: 500,
            base: 140,
          })),
          { text: quick, ...compare(wanted, roots(quick), weight), why: 'description' as const, most: 340, base: 100 },
        ].map((reading) => ({ ...reading, total: reading.base + reading.most * reading.score }));
        const best = readings.reduce((a, b) => (b.total > a.total ? b : a));
        return best.met > 0 ? [{ doc, score: best.total, why: best.why, matched: best.text, met: best.met }] : [];
      });
  };
}
