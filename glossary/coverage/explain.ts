import { expandForm } from '../expand-forms.ts';
import type { EntrySource } from '../schema.ts';
import { formKey } from '../words.ts';
import type { Concept } from './merge.ts';

/** A term that readers meet: how many lists have it (0 when only pages do), and its other names. */
export interface Met extends Concept {
  weight: number;
}

/** How one term fares: the entry that explains it, found by its own name or by another of its names. */
export interface Verdict {
  term: string;
  weight: number;
  entry?: string;
  by?: 'name' | 'other name';
}

export interface Share {
  name: string;
  terms: number;
  explained: number;
  /** Of `explained`, those whose entry lists another of the term's names only. */
  byOtherName: number;
  /** 0–1. Each term counts with its weight, in the set of recent terms as one. */
  share: number;
}

/** A term is explained when a form of an entry, in any spelling that the matcher finds, is one of its names. */
export function explain(met: Met[], entries: Pick<EntrySource, 'id' | 'forms'>[]): Verdict[] {
  const owner = new Map<string, string>();
  for (const { id, forms } of entries)
    for (const form of forms)
      for (const spelling of expandForm(form)) if (!owner.has(formKey(spelling))) owner.set(formKey(spelling), id);

  return met.map(({ term, also, weight }) => {
    const own = owner.get(formKey(term));
    if (own) return { term, weight, entry: own, by: 'name' };
    const other = also.map((name) => owner.get(formKey(name))).find(Boolean);
    return other ? { term, weight, entry: other, by: 'other name' } : { term, weight };
  });
}

/** Which part of a set of terms is explained; 1 when the set is empty. */
export function shareOf(name: string, verdicts: Verdict[]): Share {
  const sum = (list: Verdict[]) => list.reduce((total, { weight }) => total + Math.max(weight, 1), 0);
  const explained = verdicts.filter(({ entry }) => entry);
  return {
    name,
    terms: verdicts.length,
    explained: explained.length,
    byOtherName: explained.filter(({ by }) => by === 'other name').length,
    share: verdicts.length ? sum(explained) / sum(verdicts) : 1,
  };
}
