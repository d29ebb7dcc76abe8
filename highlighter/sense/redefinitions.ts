import type { FormTable, Span } from '../types';
import { spelledOut } from './definitions';

/**
 * Remembers acronyms that the page itself spells out as something else than the entry means: from then
 * on they are that on the whole page ("data protection officer (DPO)").
 */
export function createRedefinitions(table: FormTable) {
  const meanings = new Map<number, string>();

  /** Letters only and in the singular, so that spelling variants are no other meaning. */
  const key = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .replace(/s$/, '');
  const isForm = (term: number, text: string): boolean => {
    const wanted = key(text);
    for (let form = 0; form < table.size; form++) {
      // "a large language model" spells "LLM" with a word to spare.
      if (table.terms[form] === term && wanted.endsWith(key(table.form(form).text))) return true;
    }
    return false;
  };

  return {
    note(text: string, spans: readonly Span[]) {
      for (const { start, end, form } of spans) {
        const { term, match } = table.form(form);
        if (match !== 'exact' || meanings.has(form)) continue;
        const meaning = spelledOut(text, start, end);
        if (meaning && !isForm(term, meaning)) meanings.set(form, meaning);
      }
    },
    /** What the page says that the form stands for; null unless it is something else. */
    of: (form: number): string | null => meanings.get(form) ?? null,
  };
}
