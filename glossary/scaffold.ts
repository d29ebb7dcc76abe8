import { regularPlural } from './inflect.ts';
import { slug } from './pack-forms.ts';
import type { ReadFile } from './read/read-glossary.ts';
import { FORM_MAX } from './rules/form-text.ts';
import { ID_MAX } from './rules/id-pattern.ts';
import { UNFILLED } from './rules/unfilled.ts';
import { formKey } from './words.ts';

export interface Scaffold {
  id: string;
  /** Text of the new file. */
  contents: string;
}

/**
 * A new entry's file, which says itself what is missing: it can be read, and each `TODO` in it is a
 * fault of the check. Throws an Error with one message when the term cannot be one, or is taken.
 */
export function scaffold(term: string, files: readonly ReadFile[], today: string): Scaffold {
  const name = term.trim().replace(/\s+/g, ' ');
  if (!name) throw new Error('Name the term: npm run new-term -- "Beam search"');
  if (name.length > FORM_MAX)
    throw new Error(
      `"${name.slice(0, 40)}…" has ${name.length} characters; a term has at most ${FORM_MAX}: use the words that pages print`,
    );
  const odd = /[^\p{Script=Latin}\p{Script=Greek}\p{M}\d .'’+\-/&#*()@:]/u.exec(name);
  if (odd)
    throw new Error(
      `"${name}" holds ${JSON.stringify(odd[0])}; a term has letters, digits, spaces and . ' + - / & # * ( ) @ : only`,
    );
  if (!/^[\p{L}\d]/u.test(name)) throw new Error(`"${name}" must start with a letter or digit`);
  const id = slug(name.normalize('NFKD').replace(/\p{M}/gu, ''));
  if (!id) throw new Error(`"${name}" gives no file name: write it in Latin letters`);
  if (id.length > ID_MAX) throw new Error(`"${name}" gives a file name of ${id.length} characters; at most ${ID_MAX}`);

  const same = files.find((file) => file.id === id);
  if (same) throw new Error(`"${name}" is there already: edit ${same.file}`);
  const keys = [formKey(name), formKey(regularPlural(name))];
  for (const { entry } of files) {
    const form = entry?.forms.find(
      ({ text }) => keys.includes(formKey(text)) || formKey(regularPlural(text)) === keys[0],
    );
    if (form)
      throw new Error(
        `"${name}" is a form of ${entry!.id} ("${form.text}"): edit ${entry!.file}, or take the form from it first`,
      );
    if (entry?.moved.includes(id)) throw new Error(`"${id}" is a former id of ${entry.id}: edit ${entry.file}`);
  }
  return { id, contents: template(name, today) };
}

/** A capital inside a word is part of it: LoRA is not lora. */
const needsCase = (name: string) => /[\p{L}\d]\p{Lu}/u.test(name);

const template = (name: string, today: string) => `---
term: ${quoted(name)}
kind: concept # concept, method, architecture, metric, benchmark, product, organisation, law, slang
category: foundations # foundations, training, architecture, data, inference, prompting, agents, retrieval, generation, evaluation, safety, society, hardware, products, slang
level: 2 # 1 met in the news, 2 practitioner, 3 specialist
status: stable # stable, moving, disputed
reviewed: ${today}
forms: # what pages print; hyphen, space, joined and regular plural are found without a line
  - ${needsCase(name) ? `{ text: ${quoted(name)}, match: exact }` : quoted(name.toLowerCase())}
contrasts: [] # up to 3: { with: other-id, difference: "is …; this is …" }
relations: {} # broader, narrower, partOf, hasPart, usedIn, uses, successorOf, succeededBy, needs, related: [ids]
asked: # 3 to 8 ways in which a newcomer would ask for it
  - "${UNFILLED} what it is called by someone who lacks the word"
sources: [] # 1 to 5: { title: "…", url: "https://…", year: 2024 }
evidence: [] # each number, name, year: { claim: "…", url: "https://…", place: "section 2", opened: ${today} }
---

${UNFILLED} the quick definition: one sentence of fifteen to thirty words that says what kind of thing it is and what sets it apart.

${UNFILLED} the explanation: eighty to a hundred and eighty words on how it works, with a number or tiny example, and why it is met now.

## Questions

### ${UNFILLED} a question that people really ask?

${UNFILLED} the answer, its first sentence first.
`;

const quoted = (text: string) =>
  /^[\p{L}][\p{L}\p{N} '’+/()-]*$/u.test(text) && !/^(?:yes|no|on|off|true|false|null|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
