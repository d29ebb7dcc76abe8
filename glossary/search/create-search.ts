import type { SearchDoc } from '../types.ts';
import { createLexicon } from './lexicon.ts';
import type { Match, Why } from './match.ts';
import { createNameMatcher } from './names.ts';
import { createTextMatcher, type TextMatch } from './text.ts';

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
  /** Builds the index ahead of the first query. */
  warm(): void;
  /** What comes closest when `search` gives nothing; each flagged. */
  nearest(query: string, limit?: number): SearchResult[];
}

/** Share of a question that a text must answer, or it is only "nearest". */
const ANSWERED = 0.45;
/** What scores less than this share of the best is noise below it. */
const WORTH = 0.5;
/** A query is cut here: nobody types more, and a pasted page must not stall the popup. */
const QUERY_MAX = 200;

/**
 * Search over the whole glossary: by name, other spelling, beginning, first letters, typo, and by
 * questions or descriptions in plain words. The first query builds the index; an empty one builds
 * nothing, so a page can be ready to type at once and call `warm` when it is idle.
 */
export function createSearch(docs: readonly SearchDoc[]): Search {
  let matchers: { names: (query: string) => Match[]; texts: (query: string) => TextMatch[] } | null = null;
  const build = () => {
    const lexicon = createLexicon(docs);
    return { names: createNameMatcher(docs, lexicon), texts: createTextMatcher(docs, lexicon) };
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
      const { names, texts } = (matchers ??= build());
      const results = ranked([...names(text), ...texts(text).filter(({ met }) => met >= ANSWERED)], docs.length);
      const floor = (results[0]?.score ?? 0) * WORTH;
      return results.filter(({ score }) => score >= floor).slice(0, limit);
    },
    warm() {
      matchers ??= build();
    },
    nearest(query, limit = 3) {
      const text = query.trim().slice(0, QUERY_MAX);
      if (!text) return [];
      const { names, texts } = (matchers ??= build());
      return ranked([...names(text), ...texts(text)], limit).map((result) => ({ ...result, nearest: true }));
    },
  };
}
