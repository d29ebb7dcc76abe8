import type { Compiled } from './compile.ts';
import { expandForm } from './expand-forms.ts';
import { plainText } from './read/inline.ts';
import type { Entry, Level, Paragraph } from './types.ts';

/** One entry as `npm run -s glossary:json` prints it. */
export interface JsonEntry {
  id: string;
  term: string;
  /** Every spelling that is found on pages. */
  forms: { text: string }[];
  quick: string;
  /** Plain text; paragraphs apart by a blank line. */
  explanation: string;
  faq: { q: string; a: string }[];
  contrasts: Entry['contrasts'];
  related: Entry['related'];
  sources: Entry['sources'];
  level: Level;
}

/** The glossary as plain data for other programs, by id. */
export function toJson({ entries, packEntries }: Compiled): JsonEntry[] {
  const forms = new Map(packEntries.map((entry) => [entry.id, entry.forms]));
  const plain = (paragraphs: readonly Paragraph[]) => paragraphs.map(plainText).join('\n\n');
  return entries.map(({ id, term, quick, explanation, faq, contrasts, related, sources, level }) => ({
    id,
    term,
    forms: [...new Set(forms.get(id)!.flatMap(expandForm))].map((text) => ({ text })),
    quick,
    explanation: plain(explanation),
    faq: faq.map(({ q, a }) => ({ q, a: plainText(a) })),
    contrasts,
    related,
    sources,
    level,
  }));
}
