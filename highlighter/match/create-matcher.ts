import type { FormTable, Span } from '../types';

export interface Matcher {
  /** Spans in order, never overlapping, longest form first; offsets in UTF-16 units of `text`. */
  match(text: string): readonly Span[];
}

/** Finds the table's forms in text. */
export function createMatcher(table: FormTable): Matcher {
  return {
    match(text) {
      const found: Span[] = [];
      for (let form = 0; form < table.size; form++) {
        const at = text.indexOf(table.form(form).text);
        if (at >= 0) found.push({ start: at, end: at + table.form(form).text.length, form });
      }
      return found.sort((a, b) => a.start - b.start);
    },
  };
}
