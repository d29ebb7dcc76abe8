import { type Finding, show } from '../faults.ts';
import { compileFormula } from '../figures/compile-formula.ts';
import { PLAIN_FROM, type Rule, severityFrom } from './rule.ts';

export const WORDS_MAX = 240;
export const SIGNS_MAX = 6;
const MEANS_MAX = 80;

/** A formula can be set, is said in words too, and its signs are told one by one. */
export const formula: Rule = {
  name: 'formula',
  check({ formula }, glossary) {
    if (!formula) return [];
    const { tex, words, where } = formula;
    const signs = Object.entries(where);
    const { fault } = compileFormula(tex, true);
    const findings: Finding[] = fault
      ? [{ where: 'formula.tex', found: fault, fix: 'Mend the LaTeX; the functions are listed at temml.org/docs.' }]
      : [];
    if (words === undefined)
      findings.push({
        where: 'formula.words',
        found: 'nothing',
        fix: 'Say the formula in a sentence: it is what most readers read, and what is read aloud.',
        severity: severityFrom(glossary, PLAIN_FROM),
      });
    else if (words.length > WORDS_MAX || !/[.]$/.test(words) || MARKUP.test(words))
      findings.push({
        where: 'formula.words',
        found: `${words.length} characters: ${show(words)}`,
        fix: `Write one plain sentence of at most ${WORDS_MAX} characters with its full stop, without markup or LaTeX.`,
      });
    if (signs.length > SIGNS_MAX)
      findings.push({
        where: 'formula.where',
        found: `${signs.length} signs`,
        fix: `Explain those that need it, at most ${SIGNS_MAX}.`,
      });
    return findings.concat(...signs.map(([sign, means]) => signFaults(tex, sign, means)));
  },
};

const MARKUP = /\[\[|[*`\\$]/;

function signFaults(tex: string, sign: string, means: string): Finding[] {
  const where = `formula.where.${sign}`;
  const { fault } = compileFormula(sign, false);
  const isThere = bare(tex).includes(bare(sign));
  return [
    ...(fault ? [{ where, found: fault, fix: 'Write the sign as it stands in the formula.' }] : []),
    ...(isThere ? [] : [{ where, found: 'a sign that the formula does not have', fix: 'Correct or remove it.' }]),
    ...(means.length > MEANS_MAX || MARKUP.test(means) || /\.$/.test(means)
      ? [{ where, found: show(means), fix: `Write at most ${MEANS_MAX} plain characters, without a full stop.` }]
      : []),
  ];
}

/** Spaces and braces do not make another sign. */
const bare = (tex: string) => tex.replace(/[\s{}]|\\[,;:!]/g, '');
