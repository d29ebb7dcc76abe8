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
  nodes: Text[];
  starts: number[];
  text: string;
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
}

export type { CaseRule, Level, Risk };
