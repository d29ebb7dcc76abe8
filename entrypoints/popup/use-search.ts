import { useEffect, useMemo, useState } from 'react';
import type { ResultRow } from '../../components/ResultList';
import { createSearch, type Why } from '../../glossary/search/create-search';
import type { SearchDoc } from '../../glossary/types';

/** Entries shown at once while nothing is typed; the search finds the others. */
const MOST_ROWS = 200;

export interface Found {
  rows: ResultRow[];
  /** A line above the rows; empty when there is nothing to say. */
  note: string;
}

export interface Glossary {
  /** Empty until loaded. */
  docs: ReadonlyMap<string, SearchDoc>;
  /** The glossary's file could not be read: why. */
  failure: string | null;
  find(query: string): Found;
}

/** The glossary for search, loaded once the popup has been painted. */
export function useGlossary(load: () => Promise<SearchDoc[]>): Glossary {
  const [list, setList] = useState<SearchDoc[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    // After the frame in which the field took the focus.
    const timer = setTimeout(() => {
      load().then(setList, (error: Error) => setFailure(error.message));
    });
    return () => clearTimeout(timer);
  }, [load]);

  return useMemo(() => {
    const docs = new Map(list?.map((doc) => [doc.id, doc]));
    const search = list && createSearch(list);
    const sorted = [...(list ?? [])].sort((a, b) => a.term.localeCompare(b.term, 'en', { sensitivity: 'base' }));
    const row = (id: string, why?: string): ResultRow => {
      const { term, quick } = docs.get(id)!;
      return { id, term, quick, why };
    };
    const find = (query: string): Found => {
      if (!search) return { rows: [], note: '' };
      if (!query.trim()) {
        const rows = sorted.slice(0, MOST_ROWS).map(({ id }) => row(id));
        const more = sorted.length - rows.length;
        return { rows, note: more > 0 ? `${rows.length} of ${sorted.length} entries. Type to find the others.` : '' };
      }
      const results = search.search(query);
      if (results.length)
        return { rows: results.map(({ id, why, matched }) => row(id, whyText(why, matched, query))), note: '' };
      const near = search.nearest(query).map(({ id }) => row(id));
      return { rows: near, note: near.length ? 'Nothing exact. Close:' : '' };
    };
    return { docs, failure, find };
  }, [list, failure]);
}

/** Why a result is there, where its name does not say it. */
function whyText(why: Why, matched: string, query: string): string | undefined {
  switch (why) {
    case 'name':
      return undefined;
    case 'form':
      return `also ${matched}`;
    case 'typo':
      return 'close spelling';
    case 'description':
      return 'fits your description';
    default:
      // One word is no question.
      return /\S\s+\S/.test(query) ? why : undefined;
  }
}
