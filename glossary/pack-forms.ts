/**
 * Packs all forms into one string for the content script, read by `highlighter/match/decode-forms.ts`
 * in one loop. The string compresses well; a finished hash table does not.
 *
 *   2 5                     entries, forms
 *   1Pre-training|pretrain  level, preferred form, more forms
 *   1!LLM|=large-lm         a mark before a form tells case rule and risk; "=" the id, where it is
 *                           not the preferred form in lower case with hyphens
 */
import { regularPlural } from './inflect.ts';
import type { CaseRule, Form, Level, Risk } from './types.ts';

export interface PackEntry {
  id: string;
  level: Level;
  forms: readonly Form[];
  cues?: { for: readonly string[]; against: readonly string[] };
}

const CASE_RULES: readonly CaseRule[] = ['any', 'exact', 'initial'];
const RISKS: readonly Risk[] = ['none', 'page', 'cues'];
/** One per case rule + 3 × risk; the first, any case without risk, is not written. */
const MARKS = ' !#$%&*+,';

/** Two entries whose forms match the same text by the same case rule. */
export interface Collision {
  text: string;
  ids: [string, string];
}

/** Everything that `packForms` found wrong, at once. */
export class PackError extends Error {
  readonly collisions: Collision[];
  constructor(faults: string[], collisions: Collision[]) {
    super(`glossary forms cannot be packed:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'PackError';
    this.collisions = collisions;
  }
}

/** The id that a headword gets when an entry names no other. */
export const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Two forms with one key match the same text: case, hyphens, spaces do not tell them apart. */
const joined = (text: string) => text.toLowerCase().replace(/[ -]/g, '').replace(/’/g, "'");

/** Forms as one string. Throws PackError, which lists every fault and collision with both ids. */
export function packForms(entries: readonly PackEntry[]): string {
  const faults: string[] = [];
  const collisions: Collision[] = [];
  const owners = new Map<string, { id: string; text: string }>();
  let count = 0;
  const lines = inOrder(entries).map(({ id, level, forms }) => {
    const kept = distinct(forms);
    count += kept.length;
    for (const form of kept) {
      if (!/^[\p{Script=Latin}\p{Script=Greek}\d][^|\n]*$/u.test(form.text)) {
        faults.push(
          `${id}: form "${form.text}" must start with a letter or digit and hold no "|"; write it differently`,
        );
      }
      const key =
        form.match === 'exact' ? `exact ${form.text.replace(/[ -]/g, '')}` : `${form.match} ${joined(form.text)}`;
      const owner = owners.get(key);
      if (!owner) owners.set(key, { id, text: form.text });
      else if (owner.id !== id) {
        collisions.push({ text: form.text, ids: [owner.id, id] });
        faults.push(`"${form.text}" is claimed by ${owner.id} ("${owner.text}") and ${id}: drop it from one of them`);
      }
    }
    const marked = kept.map((form) => {
      const code = CASE_RULES.indexOf(form.match) + 3 * RISKS.indexOf(form.risk);
      return code ? MARKS[code] + form.text : form.text;
    });
    if (!kept.length) faults.push(`${id}: has no form; list at least the headword`);
    else if (slug(kept[0]!.text) !== id) marked.push(`=${id}`);
    return level + marked.join('|');
  });
  if (faults.length) throw new PackError(faults, collisions);
  return [`${lines.length} ${count}`, ...lines].join('\n');
}

/**
 * Cues as one string, for `highlighter/sense`: a line per entry that has some, its place in the
 * packed order in base 36, then words for and against ("~" stands for the form).
 */
export function packCues(entries: readonly PackEntry[]): string {
  return inOrder(entries)
    .flatMap(({ cues }, index) => {
      if (!cues || cues.for.length + cues.against.length === 0) return [];
      return [`${index.toString(36)}|${cues.for.join(',')}|${cues.against.join(',')}`];
    })
    .join('\n');
}

const inOrder = (entries: readonly PackEntry[]) =>
  [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** Drops what the matcher finds anyway: hyphen and space variants, and regular plurals, of a form with the same rules. */
function distinct(forms: readonly Form[]): Form[] {
  const seen = new Set<string>();
  const rules = (form: Form) => `${form.match} ${form.risk} `;
  const plurals = new Set(forms.map((form) => rules(form) + joined(regularPlural(form.text))));
  return forms.filter((form, index) => {
    const key = rules(form) + (form.match === 'exact' ? form.text.replace(/[ -]/g, '') : joined(form.text));
    if (seen.has(key) || (index > 0 && form.match !== 'exact' && plurals.has(key))) return false;
    return seen.add(key);
  });
}
