/** Shapes that the parts of the highlighter pass to each other. */
import type { CaseRule, Level, Risk } from '../glossary/types';

/** A form of the decoded table. */
export interface TableForm {
  /** Index of the entry in `FormTable.ids`. */
  term: number;
  text: string;
  match: CaseRule;
  risk: Risk;
}

/** One match in a run of text: a form at [start, end), offsets in UTF-16 units of the run's joined text. */
export interface Span {
  start: number;
  end: number;
  /** Index into the table's forms. */
  form: number;
}

/**
 * Text that reads as one line: the text nodes between two block boundaries.
 * `starts[i]` is where `nodes[i]` begins in the joined text.
 *
 *   <p>a <em>large</em> model</p>   nodes  ["a ", "large", " model"]
 *                                   starts [ 0,    2,       7     ]
 */
export interface Run {
  /** The nearest block-level ancestor. */
  block: Element;
  /**
   * The element that opened the section this run stands in: the last heading before it within the
   * nearest sectioning ancestor (article, section, main, aside, dialog, body or a shadow host), or
   * that ancestor itself. The same for a walk that starts mid-page and for the full walk.
   */
  section: Element;
  nodes: Text[];
  starts: number[];
  text: string;
}

/** The decoded glossary: everything is a number until somebody asks for a text. */
export interface FormTable {
  /** Entry ids; `terms[form]` points in here. */
  ids: string[];
  /** Level of each entry, 1–3. */
  levels: Uint8Array;
  /** Number of forms. */
  size: number;
  /** Entry of each form. */
  terms: Uint16Array;
  form(index: number): TableForm;
  /** What the matcher looks words up in; private to match/. */
  index: FormIndex;
}

/** Hash index of first words, see match/decode-forms.ts. */
export interface FormIndex {
  packed: string;
  /** [from, to) of each form's text in `packed`, at 2 × form. */
  bounds: Uint32Array;
  /** Per form: case rule + 3 × risk, numbered as CASE_RULES and RISKS in match/decode-forms.ts. */
  flags: Uint8Array;
  /** One bit per 18-bit hash of a word that can open a form, alone or before others. */
  bits: Uint8Array;
  /** Slot → first link (0 = none), and the slots' mask; per link: hash, form, next link. */
  heads: Uint16Array;
  mask: number;
  linkHash: Int32Array;
  linkForm: Uint16Array;
  linkNext: Uint16Array;
  /** Of two words of a longer form: the low byte of the third word's first letter; else 0. */
  linkThird: Uint8Array;
  /** Character code → folded letter, see match/characters.ts. */
  fold: Uint16Array;
}

/** Where a span stands, as far as sense needs to know. */
export interface Place {
  /** Any number that is the same for all runs of one section. */
  section: number;
  /** Text of the heading that opened the section, '' when a container opened it. */
  heading: string;
  /** Length of the section's text read so far, in UTF-16 units; 0 or missing when not counted. */
  characters?: number;
}

/** What sense may know of the page besides the run itself. Strings and numbers only. */
export interface PageContext {
  title: string;
  description: string;
  /** Words of the path, e.g. ["blog", "attention", "explained"]. */
  urlWords: string[];
  /** The document's language, lower case, '' when unknown. */
  lang: string;
}

/** A span that is meant as the AI term, and why, in words that the card can show. */
export interface Decision {
  keep: boolean;
  reason: string;
  /** True while the page's evidence is not complete: ask again after `settle()`. */
  pending?: boolean;
}

export type { CaseRule, Level, Risk };
