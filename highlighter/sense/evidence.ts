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

interface Place {
  /** Unambiguous forms → their number of runs. */
  heads: Map<number, number>;
  terms: Set<number>;
}

export interface Evidence {
  note(text: string, spans: readonly Span[], section: number): void;
  /** The page is read to its end: so long is its text in UTF-16 units (0 = not known). */
  total(characters: number): void;
  page(): About;
  section(section: number): About;
  /** Unambiguous forms seen on the page, as their own text in small letters, with their entry. */
  heads(): Iterable<{ term: number; words: string }>;
  /** The up to two terms that the page, or a section, speaks of most, by their preferred form. */
  subjects(section?: number): string;
}

/** Collects what speaks for a page, or one of its sections, being about AI. Repeats of one word count once. */
export function createEvidence(table: FormTable, context: PageContext): Evidence {
  const whole: Place = { heads: new Map(), terms: new Set() };
  const sections = new Map<number, Place>();
  const weak = new Set<number>();
  const words = new Map<number, { term: number; words: string }>();
  const titled = AI_WORDS.test(`${context.title} ${context.description} ${context.urlWords.join(' ')}`.toLowerCase());
  let covered = 0;
  let characters = 0;
  let about: About | null = null;

  const add = (place: Place, form: number) => {
    place.heads.set(form, (place.heads.get(form) ?? 0) + 1);
    place.terms.add(table.terms[form]!);
  };
  const judge = (): About => {
    const heads = whole.terms.size;
    if (!heads) return 'no';
    const need = Math.min(FEW + Math.max(0, characters - PER_MORE / 2) / PER_MORE, MOST);
    const have = heads + Math.min(weak.size / 4, 2) + (titled ? 1 : 0);
    // The share is only known at the end; until then what was read stands for the page.
    if (!titled && covered < SHARE * characters) return 'no';
    if (have >= need) return 'yes';
    return have >= need / 2 ? 'leaning' : 'no';
  };

  return {
    note(text, spans, section) {
      let any = false;
      for (const { form } of spans) {
        const { risk, term } = table.form(form);
        if (risk === 'page') weak.add(term);
        if (risk !== 'none') continue;
        any = true;
        add(whole, form);
        let place = sections.get(section);
        if (!place) sections.set(section, (place = { heads: new Map(), terms: new Set() }));
        add(place, form);
        if (!words.has(form)) words.set(form, { term, words: table.form(form).text.toLowerCase().replace(/-/g, ' ') });
      }
      if (any) covered += text.length;
      about = null;
    },
    total(count) {
      characters = count;
      about = null;
    },
    page: () => (about ??= judge()),
    section(section) {
      const size = sections.get(section)?.terms.size ?? 0;
      return size >= 2 ? 'yes' : size ? 'leaning' : 'no';
    },
    heads: () => words.values(),
    subjects(section) {
      const { heads } = (section === undefined ? null : sections.get(section)) ?? whole;
      const counts = new Map<number, number>();
      for (const [form, count] of heads) {
        const term = table.terms[form]!;
        counts.set(term, (counts.get(term) ?? 0) + count);
      }
      return [...counts]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 2)
        .map(([term]) => `“${table.form(table.terms.indexOf(term)).text}”`)
        .join(' and ');
    },
  };
}
