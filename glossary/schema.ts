import { z } from 'zod';
import type { Category, Form, Kind, Level, RelationType } from './types.ts';

/** The shape of an entry's front matter. Content (lengths, links, meaning) is the rules' matter. */

export const KINDS = [
  'concept',
  'method',
  'architecture',
  'metric',
  'benchmark',
  'product',
  'organisation',
  'law',
  'slang',
] as const satisfies readonly Kind[];

export const CATEGORIES = [
  'foundations',
  'training',
  'architecture',
  'data',
  'inference',
  'prompting',
  'agents',
  'retrieval',
  'generation',
  'evaluation',
  'safety',
  'society',
  'hardware',
  'products',
  'slang',
] as const satisfies readonly Category[];

export const RELATION_TYPES = [
  'broader',
  'narrower',
  'partOf',
  'hasPart',
  'usedIn',
  'uses',
  'successorOf',
  'succeededBy',
  'needs',
  'related',
] as const satisfies readonly RelationType[];

const text = z.string().trim().min(1);
const id = text;
const year = z.number().int();
const date = z.iso.date();
const texts = z.array(text);

const form = z.preprocess(
  (value) => (typeof value === 'string' ? { text: value } : value),
  z.strictObject({
    text,
    kind: z.enum(['preferred', 'acronym', 'variant', 'inflection', 'deprecated']).optional(),
    match: z.enum(['any', 'exact', 'initial']).default('any'),
    risk: z.enum(['none', 'page', 'cues']).default('none'),
  }),
);

const evidence = z.union([
  z.strictObject({ claim: text, url: text, place: text, opened: date }),
  z.strictObject({ claim: text, unverified: text }),
]);

const formula = z.preprocess(
  (value) => (typeof value === 'string' ? { tex: value } : value),
  z.strictObject({ tex: text, words: text.optional(), where: z.record(text, text).default({}) }),
);

export const FrontMatter = z.strictObject({
  term: text,
  also: texts.default([]),
  spoken: text.optional(),
  kind: z.enum(KINDS),
  category: z.enum(CATEGORIES),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  sense: text.optional(),
  status: z.enum(['stable', 'moving', 'disputed']),
  reviewed: date,
  forms: z.array(form).min(1),
  cues: z.strictObject({ for: texts.default([]), against: texts.default([]) }).optional(),
  contrasts: z.array(z.strictObject({ with: id, difference: text })).default([]),
  relations: z.partialRecord(z.enum(RELATION_TYPES), z.array(id)).default({}),
  asked: texts,
  origin: z.strictObject({ year, who: text, where: text.optional() }).optional(),
  formula: formula.optional(),
  sources: z.array(z.strictObject({ title: text, url: text, year })),
  evidence: z.array(evidence),
  secondReading: z
    .strictObject({
      date,
      claims: z.number().int().min(0),
      faults: z.number().int().min(0),
      mended: z.number().int().min(0),
    })
    .optional(),
  moved: z.array(id).default([]),
});

export type FrontMatter = z.infer<typeof FrontMatter>;
export type Evidence = FrontMatter['evidence'][number];

/** One entry as its file says it: front matter, body still as Markdown. */
export interface EntrySource extends Omit<FrontMatter, 'forms' | 'level'> {
  id: string;
  /** Path for messages, from the project's root. */
  file: string;
  level: Level;
  forms: Form[];
  quick: string;
  /** Paragraphs, each on one line, with inline Markdown. */
  explanation: string[];
  faq: { q: string; a: string[] }[];
  /** Text of `glossary/diagrams/<id>.svg`, where there is one. */
  diagram?: string;
}
