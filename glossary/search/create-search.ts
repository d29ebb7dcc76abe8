import type { SearchDoc } from '../types.ts';
import { createWeights } from './compare.ts';
import type { Match, Why } from './match.ts';
import { createNameMatcher } from './names.ts';
import { createTextMatcher } from './text.ts';

export type { Why } from './match.ts';

export interface SearchResult {
  id: string;
  term: string;
  /** Higher is better; results come in this order. */
  score: number;
  why: Why;
  /** The name, question or sentence that matched. */
  matched: string;
  /** Set on what `nearest` gives: nothing matches, these come closest. */
  nearest?: true;
}

export interface Search {
  /** Entries that match, best first; none for an empty query, or when nothing does. */
  search(query: string, limit?: number): SearchResult[];
  /** What comes closest when `search` gives nothing; each flagged. */
  nearest(query: string, limit?: number): SearchResult[];
}

/** Share of a question that a text must answer, or it is only "nearest". */
const ANSWERED = 0.45;
/** What scores less than this share of the best is noise below it. */
const WORTH = 0.35;
/** A query is cut here: nobody types more, and a pasted page must not stall the popup. */
const QUERY_MAX = 200;

/**
 * Search over the whole glossary: by name, other spelling, beginning, first letters, typo, and by
 * questions or descriptions in plain words. The index over texts is built by the first query.
 */
export function createSearch(docs: readonly SearchDoc[]): Search {
  const weight = createWeights(docs);
  const byName = createNameMatcher(docs, weight);
  let byText: ReturnType<typeof createTextMatcher> | null = null;
  const textMatches = (query: string) => {
    byText ??= createTextMatcher(docs, weight);
    return byText(query);
  };
  const ranked = (matches: readonly Match[], limit: number): SearchResult[] => {
    const best = new Map<number, Match>();
    for (const match of matches) if (match.score > (best.get(match.doc)?.score ?? 0)) best.set(match.doc, match);
    return [...best.values()]
      .sort(
        (a, b) =>
          b.score - a.score || docs[a.doc]!.level - docs[b.doc]!.level || (docs[a.doc]!.id < docs[b.doc]!.id ? -1 : 1),
      )
      .slice(0, limit)
      .map(({ doc, score, why, matched }) => ({
        id: docs[doc]!.id,
        term: docs[doc]!.term,
        score: Math.round(score),
        why,
        matched,
      }));
  };

  return {
    search(query, limit = 20) {
      const text = query.trim().slice(0, QUERY_MAX);
      if (!text) return [];
      const results = ranked([...byName(text), ...textMatches(text).filter(({ met }) => met >= ANSWERED)], docs.length);
      const floor = (results[0]?.score ?? 0) * WORTH;
      return results.filter(({ score }) => score >= floor).slice(0, limit);
    },
    nearest(query, limit = 3) {
      const text = query.trim().slice(0, QUERY_MAX);
      if (!text) return [];
      return ranked([...byName(text), ...textMatches(text)], limit).map((result) => ({ ...result, nearest: true }));
    },
  };
}
