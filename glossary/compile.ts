import { compileFormula } from './figures/compile-formula.ts';
import { readDiagram } from './figures/read-diagram.ts';
import { type PackEntry, packCues, packForms } from './pack-forms.ts';
import { parseInline } from './read/inline.ts';
import { relationsOf } from './relate.ts';
import type { EntrySource } from './schema.ts';
import type { Entry, Formula, Paragraph, SearchDoc } from './types.ts';

export interface Compiled {
  /** By id. */
  entries: Entry[];
  /** By id. */
  searchDocs: SearchDoc[];
  /** Former ids → the entry that they lead to. */
  moved: Record<string, string>;
  packEntries: PackEntry[];
}

/**
 * Entries as run time wants them. The same files give the same result, whatever their order.
 * References to entries that do not exist are left out, links to them become plain text.
 */
export function compile(sources: readonly EntrySource[]): Compiled {
  const sorted = [...sources].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(sorted.map((source) => [source.id, source]));
  const related = relationsOf(sorted);
  const prose = (markdown: readonly string[]): Paragraph[] =>
    markdown.map((text) => parseInline(text, (id) => linkName(byId.get(id))).paragraph);

  return {
    entries: sorted.map((source) => ({
      id: source.id,
      term: source.term,
      also: source.also,
      ...(source.spoken === undefined ? {} : { spoken: source.spoken }),
      kind: source.kind,
      category: source.category,
      level: source.level,
      ...(source.sense === undefined ? {} : { sense: source.sense }),
      status: source.status,
      reviewed: source.reviewed,
      quick: source.quick,
      explanation: prose(source.explanation),
      ...figuresOf(source),
      contrasts: source.contrasts.flatMap(({ with: id, difference }) => {
        const other = byId.get(id);
        return other ? [{ id, term: other.term, difference }] : [];
      }),
      related: related.get(source.id)!.map(({ type, id }) => ({ type, id, term: byId.get(id)!.term })),
      faq: source.faq.map(({ q, a }) => ({ q, a: prose([a.join(' ')])[0]! })),
      sources: source.sources,
      ...(source.origin === undefined ? {} : { origin: source.origin }),
    })),
    searchDocs: sorted.map(({ id, term, also, forms, quick, asked, level, category, sense }) => ({
      id,
      term,
      forms: [...new Set([...forms.map(({ text }) => text), ...also])],
      quick,
      asked,
      level,
      category,
      ...(sense === undefined ? {} : { sense }),
    })),
    moved: Object.fromEntries(sorted.flatMap(({ id, moved }) => moved.map((old) => [old, id]))),
    packEntries: sorted.map(({ id, level, forms, cues }) => ({ id, level, forms, cues })),
  };
}

/** Formula and diagram; what a rule finds a fault in is left out. */
function figuresOf({ formula, diagram: drawing }: EntrySource): Pick<Entry, 'formula' | 'diagram'> {
  const diagram = drawing === undefined ? null : readDiagram(drawing).diagram;
  const compiled = formula && formulaOf(formula);
  return { ...(compiled && { formula: compiled }), ...(diagram && { diagram }) };
}

function formulaOf({ tex, words, where }: NonNullable<EntrySource['formula']>): Formula | null {
  const { math } = compileFormula(tex, true);
  if (!math) return null;
  const signs = Object.entries(where).flatMap(([sign, means]) => {
    const { math } = compileFormula(sign, false);
    return math ? [{ sign: math, means }] : [];
  });
  return { math, ...(words !== undefined && { words }), where: signs };
}

/** Forms and cues as the content script's two strings. Throws PackError with every collision. */
export function pack({ packEntries }: Compiled): { forms: string; cues: string } {
  return { forms: packForms(packEntries), cues: packCues(packEntries) };
}

/** A bare link reads as the headword inside a sentence: small, unless its capitals are part of it. */
function linkName(source: EntrySource | undefined): string | null {
  if (!source) return null;
  const { term } = source;
  return /^\p{Lu}\p{Ll}+(?:$|[ -][^\p{Lu}]*$)/u.test(term) &&
    !source.forms.some((f) => f.match !== 'any' && f.text === term)
    ? term[0]!.toLowerCase() + term.slice(1)
    : term;
}
