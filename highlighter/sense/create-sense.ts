import type { Decision, FormTable, PageContext, Place, Span } from '../types';

export interface Sense {
  /**
   * Counts the spans of one run as evidence of what page and section are about. Once per run, in any
   * order; runs without spans need not be told. Also for headings. Later text may still be added.
   */
  note(text: string, spans: readonly Span[], place: Place): void;
  /** Says that the first full scan is done, so that risky forms may be decided. */
  settle(): void;
  settled(): boolean;
  /** Is this span of `text` meant as the AI term? Before `settle()` risky forms are `pending` and not kept. */
  decide(text: string, span: Span, place: Place): Decision;
}

/** Decides which spans are meant as AI terms, from strings and numbers only. */
export function createSense(table: FormTable, _cues: string, _context: PageContext): Sense {
  let done = false;
  return {
    note() {},
    settle() {
      done = true;
    },
    settled: () => done,
    decide(_text, span) {
      const form = table.form(span.form);
      if (form.risk === 'none') return { keep: true, reason: 'always an AI term' };
      if (!done) return { keep: false, reason: 'the page is not read to its end yet', pending: true };
      return { keep: form.risk === 'page', reason: 'rough' };
    },
  };
}
