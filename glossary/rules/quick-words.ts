import { show } from '../faults.ts';
import { baseForms, formKey, wordsOf } from '../words.ts';
import { ALLOWED_WORDS } from './allowed-words.ts';
import { isCommon } from './common-words.ts';
import { createIndex, PLAIN_FROM, type Rule, severityFrom } from './rule.ts';
import { UNFILLED } from './unfilled.ts';

/** Every uncommon word of a quick definition is itself an entry, or allowed with a reason. */
export const quickWords: Rule = {
  name: 'quick-words',
  check({ quick }, glossary) {
    const uncommon = new Set(uncommonWords(quick, formKeys(glossary)));
    return [...uncommon].map((word) => ({
      where: 'quick',
      found: `the uncommon word ${show(word)}, which no entry explains`,
      fix: 'Use a plainer word, write an entry for it, or give a reason in glossary/rules/allowed-words.ts.',
      severity: severityFrom(glossary, PLAIN_FROM),
    }));
  },
};

/** Longest run of words that may be a form. */
const RUN = 5;

function uncommonWords(text: string, known: ReadonlySet<string>): string[] {
  const words = wordsOf(text);
  const uncommon: string[] = [];
  for (let at = 0; at < words.length; at++) {
    let run = Math.min(RUN, words.length - at);
    while (run && !isKnown(words.slice(at, at + run).join(' '), known)) run--;
    if (run) at += run - 1;
    else uncommon.push(...words[at]!.split('-').filter((part) => !isPlain(part) && !isKnown(part, known)));
  }
  return uncommon;
}

const isKnown = (text: string, known: ReadonlySet<string>) =>
  baseForms(text.toLowerCase()).some((form) => known.has(formKey(form)));

const isPlain = (part: string) => {
  const word = part.toLowerCase();
  return part === UNFILLED || /\d/.test(word) || word.length < 2 || isCommon(word) || word in ALLOWED_WORDS;
};

const formKeys = createIndex(
  ({ entries }) => new Set(entries.flatMap(({ forms }) => forms.map(({ text }) => formKey(text)))),
);
