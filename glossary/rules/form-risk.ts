import { show } from '../faults.ts';
import { isEveryday } from './common-words.ts';
import type { Rule } from './rule.ts';

/** A form that also means something else says which sense is meant, and what speaks for it. */
export const formRisk: Rule = {
  name: 'form-risk',
  check({ forms, sense, cues }) {
    const risky = forms.find(({ risk }) => risk !== 'none');
    const needsCues = forms.find(({ risk }) => risk === 'cues');
    // Other trades make such names too (LoRA and LoRa): sense/ reads their cues against, though the form is safe.
    const shortName = forms.some(({ text, match }) => match === 'exact' && /^[\w-]{1,6}$/.test(text));
    const words = sense?.split(/\s+/).length ?? 0;
    return [
      ...(risky && !sense
        ? [
            {
              where: 'sense',
              found: `nothing, though ${show(risky.text)} is risky`,
              fix: 'Add 2–4 words that tell its meanings apart: "unit of text".',
            },
          ]
        : []),
      ...(sense && (words < 2 || words > 4)
        ? [{ where: 'sense', found: `${words} words`, fix: 'Use 2–4: "unit of text".' }]
        : []),
      ...(needsCues && !cues?.for.length
        ? [
            {
              where: 'cues.for',
              found: `nothing, though ${show(needsCues.text)} has risk: cues`,
              fix: 'List words nearby that speak for this meaning.',
            },
          ]
        : []),
      ...(cues && !risky && !shortName
        ? [
            {
              where: 'cues',
              found: 'cues, though every form has risk: none',
              fix: 'Give a form its risk, or remove the cues.',
            },
          ]
        : []),
      ...forms.flatMap(({ text, match, risk }, i) =>
        risk === 'none' && match === 'any' && isEveryday(text.toLowerCase())
          ? [
              {
                where: `forms[${i}]`,
                found: `the everyday word ${show(text)} with risk: none`,
                fix: 'Set risk: cues (or page, where AI pages hardly use it otherwise), or match: exact.',
              },
            ]
          : [],
      ),
    ];
  },
};
