import type { FormTable, PageContext, Span } from '../types';

/** How sure it is that something is about AI. */
export type About = 'yes' | 'leaning' | 'no';

/** Words in a title, description or address that only pages about AI have there. */
const AI_WORDS =
  /\b(?:ai|artificial intelligence|genai|(?:machine|deep|reinforcement) learning|neural net(?:work)?s?|llms?|(?:language|foundation|diffusion|reasoning|embedding) models?|(?:chat)?gpt|chatbots?|openai|anthropic|deepmind|prompt (?:engineering|injection)|prompting|fine[- ]tuning|rlhf|transformers? (?:architecture|models?)|word vectors?|embeddings)\b/;

/**
 * Two different unambiguous headwords make a short page one about AI; one word can stand anywhere. Per
 * so many further characters another one is asked for, up to the most, since a long page meets every word once.
 */
const FEW = 2;
const PER_MORE = 20_000;
const MOST = 5;
/** Least share of a page's text that stands in a paragraph with an unambiguous headword. Lists of links about everything have under 1 %, pages about AI over 4 %. */
const SHARE = 0.03;

/** No section has this number. */
const WHOLE = -1;

interface Place {
  /** Entries with an unambiguous form here: how often, and as the text first writes it. */
  terms: Map<number, { count: number; surface: string }>;
  /** Length of the runs with such forms. */
  covered: number;
}

export interface Evidence {
  note(text: string, spans: readonly Span[], section: number): void;
  /** The page is read to its end: so long is its text in UTF-16 units (0 = not known). */
  total(characters: number): void;
  page(): About;
  /** `characters` = length of the section's text, 0 when not known. */
  section(section: number, characters: number): About;
  /** The up to two terms that the page, or a section, speaks of most, as the text writes them. */
  subjects(section?: number): string;
}

/** Collects what speaks for a page, or one of its sections, being about AI. Repeats of one word count once. */
export function createEvidence(table: FormTable, context: PageContext): Evidence {
  const whole = emptyPlace();
  const sections = new Map<number, Place>();
  const weak = new Set<number>();
  const subjects = new Map<number, string>();
  const titled = AI_WORDS.test(`${context.title} ${context.description} ${context.urlWords.join(' ')}`.toLowerCase());
  let characters = 0;
  let about: About | null = null;

  const add = (place: Place, term: number, surface: string) => {
    const known = place.terms.get(term);
    if (known) known.count++;
    else place.terms.set(term, { count: 1, surface });
  };
  const need = (length: number) => Math.min(FEW + Math.max(0, length - PER_MORE / 2) / PER_MORE, MOST);
  const judge = (): About => {
    const heads = whole.terms.size;
    if (!heads) return 'no';
    const have = heads + Math.min(weak.size / 4, 2) + (titled ? 1 : 0);
    // The share is only known at the end; until then what was read stands for the page.
    if (!titled && whole.covered < SHARE * characters) return 'no';
    if (have >= need(characters)) return 'yes';
    return have >= need(characters) / 2 ? 'leaning' : 'no';
  };

  return {
    note(text, spans, section) {
      let place: Place | undefined;
      for (const { form, start, end } of spans) {
        const { risk, term } = table.form(form);
        if (risk === 'page') weak.add(term);
        if (risk !== 'none') continue;
        if (!place) {
          place = sections.get(section);
          if (!place) sections.set(section, (place = emptyPlace()));
          place.covered += text.length;
          whole.covered += text.length;
        }
        const surface = text.slice(start, end).replace(/\s+/g, ' ');
        add(whole, term, surface);
        add(place, term, surface);
      }
      about = null;
      subjects.clear();
    },
    total(count) {
      characters = count;
      about = null;
    },
    page: () => (about ??= judge()),
    section(section, length) {
      const place = sections.get(section);
      if (!place || place.covered < SHARE * length) return 'no';
      return place.terms.size >= need(length) ? 'yes' : 'leaning';
    },
    subjects(section = WHOLE) {
      let known = subjects.get(section);
      if (known === undefined) {
        const { terms } = sections.get(section) ?? whole;
        known = [...terms.values()]
          .sort((a, b) => b.count - a.count)
          .slice(0, 2)
          .map(({ surface }) => `“${surface}”`)
          .join(' and ');
        subjects.set(section, known);
      }
      return known;
    },
  };
}

const emptyPlace = (): Place => ({ terms: new Map(), covered: 0 });
