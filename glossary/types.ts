/**
 * The shapes of the glossary at run time. Types only: this is the one file of `glossary/`
 * that page code may import, and it must add no byte to a bundle.
 */

/** 1 = met in the news, 2 = met by practitioners, 3 = specialist vocabulary. */
export type Level = 1 | 2 | 3;

export type Kind =
  | 'concept'
  | 'method'
  | 'architecture'
  | 'metric'
  | 'benchmark'
  | 'product'
  | 'organisation'
  | 'law'
  | 'slang';

export type Category =
  | 'foundations'
  | 'training'
  | 'architecture'
  | 'data'
  | 'inference'
  | 'prompting'
  | 'agents'
  | 'retrieval'
  | 'generation'
  | 'evaluation'
  | 'safety'
  | 'society'
  | 'hardware'
  | 'products'
  | 'slang';

/** How the letters' case counts: any case; exactly as written; first letter must be a capital. */
export type CaseRule = 'any' | 'exact' | 'initial';

/**
 * How far a form may be trusted on sight.
 * none = always the AI term; page = only where the page is about AI; cues = needs neighbours too.
 */
export type Risk = 'none' | 'page' | 'cues';

export type FormKind = 'preferred' | 'acronym' | 'variant' | 'inflection' | 'deprecated';

export interface Form {
  text: string;
  kind: FormKind;
  match: CaseRule;
  risk: Risk;
}

export type RelationType =
  | 'broader'
  | 'narrower'
  | 'partOf'
  | 'hasPart'
  | 'usedIn'
  | 'uses'
  | 'successorOf'
  | 'succeededBy'
  | 'needs'
  | 'related';

/** Inline prose: plain text, or [style, text], or a link to another entry. */
export type Inline = string | ['em' | 'strong' | 'code', string] | ['term', id: string, text: string];

export type Paragraph = Inline[];

/** An element of MathML or SVG as data, made and checked at build: no view has to read markup. */
export type Markup = [name: string, attributes: Record<string, string>, ...children: (Markup | string)[]];

/** A formula, what it says in words, and what its signs stand for. */
export interface Formula {
  math: Markup;
  words?: string;
  where: { sign: Markup; means: string }[];
}

/** A drawing with its caption, which all see, and the text that stands in its place for those who do not see it. */
export interface Diagram {
  svg: Markup;
  caption: string;
  alt: string;
}

/** One entry as the card and the pages show it. Loaded one by one, never all in a tab. */
export interface Entry {
  id: string;
  term: string;
  /** What an acronym stands for, or the acronym of a long name; shown beside the headword. */
  also: string[];
  /** How an acronym is said aloud ("lore-ah"), where that is not plain. */
  spoken?: string;
  kind: Kind;
  category: Category;
  level: Level;
  /** 2–4 words that tell homographs apart ("unit of text, not crypto"). */
  sense?: string;
  status: 'stable' | 'moving' | 'disputed';
  /** ISO date of the last review of its facts. */
  reviewed: string;
  quick: string;
  explanation: Paragraph[];
  formula?: Formula;
  diagram?: Diagram;
  contrasts: { id: string; term: string; difference: string }[];
  related: { type: RelationType; id: string; term: string }[];
  faq: { q: string; a: Paragraph }[];
  sources: { title: string; url: string; year: number }[];
  origin?: { year: number; who: string; where?: string };
}

/** What search and lists know of an entry; all of them are loaded by the page that searches. */
export interface SearchDoc {
  id: string;
  term: string;
  forms: string[];
  quick: string;
  asked: string[];
  level: Level;
  category: Category;
  sense?: string;
}
