import { regularPlural } from '../../glossary/inflect';
import type { FormTable, Span, TableForm } from '../../highlighter/types';

/** Scripts that are written with spaces, digits and underscore; others part words. */
const LETTERS = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}0-9_';
const FLAG = new RegExp(`(?:^|[^${LETTERS}\\u2010-\\u2013-])[-\\u2010-\\u2013]*-$`, 'u');
const PART = new RegExp(`[${LETTERS}](?:[-\\u2010-\\u2013]|['’])$`, 'u');

/**
 * What the matcher must find, said as plainly as possible: at each word, try every form as a regular
 * expression and take the longest. Slow; knows nothing of hashes. It leaves out addresses and file
 * names, which the table of cases covers.
 */
export function createReference(table: FormTable) {
  const forms = Array.from({ length: table.size }, (_, index) => ({ index, form: table.form(index) }));
  const patterns = forms.map(({ form }) => ({
    bare: pattern(form, form.text),
    plural: pattern(form, regularPlural(form.text)),
    s: pattern(form, `${form.text}s`),
  }));
  const word = new RegExp(`[${LETTERS}]`, 'u');

  return (text: string): Span[] => {
    const spans: Span[] = [];
    for (let at = 0; at < text.length; ) {
      if (!word.test(text[at]!) || (at > 0 && word.test(text[at - 1]!))) {
        at++;
        continue;
      }
      let best: (Span & { rank: number }) | null = null;
      const initial = text[at]!.toLowerCase();
      for (const { index, form } of forms) {
        if (form.text[0]!.toLowerCase() !== initial) continue;
        for (const [kind, regex] of Object.entries(patterns[index]!)) {
          regex.lastIndex = at;
          const end = at + (regex.exec(text)?.[0].length ?? Number.NaN);
          if (Number.isNaN(end) || !isProse(text, at, form)) continue;
          if (form.match === 'initial' && text[at] !== text[at]!.toUpperCase()) continue;
          const rank = (kind === 'bare' ? 4 : 0) + { exact: 2, initial: 1, any: 0 }[form.match];
          if (!best || end > best.end || (end === best.end && rank > best.rank))
            best = { start: at, end, form: index, rank };
        }
      }
      if (best) {
        spans.push({ start: best.start, end: best.end, form: best.form });
        at = best.end;
      } else at++;
    }
    return spans;
  };
}

function pattern({ match }: TableForm, text: string): RegExp {
  const [first, second, third, fourth, ...rest] = text
    .split(/[ -]/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/'/g, "['’]"));
  const space = '\\s+';
  const hyphen = '[-\\u2010-\\u2013](?:\\s*\\n\\s*)?';
  const some = `(?:${space}|${hyphen})`;
  const any = `(?:${space}|${hyphen}|)`;
  // A little word needs its hyphen: "on-policy" is not in "advice on policy".
  const opening = /^(?:on|off|in|out|up|of|to|at|by|as|no)-/i.test(text) ? hyphen : some;
  // Two of the first words may be written as one, three may not.
  let source = first!;
  if (second === undefined) return ending(source, match);
  if (third === undefined) return ending(`${source}(?:${opening}|)${second}`, match);
  const behind = fourth === undefined ? '' : fourth;
  const joinedLate = `${opening}${second}${third}${behind && some + behind}`;
  source += `(?:${opening}${second}${some}${third}${behind && any + behind}|${joinedLate}|${second}${some}${third}${behind && any + behind})`;
  for (const part of rest) source += any + part;
  return ending(source, match);
}

function ending(source: string, match: TableForm['match']): RegExp {
  return new RegExp(`${source}(?![${LETTERS}])`, match === 'exact' ? 'yu' : 'yiu');
}

function isProse(text: string, at: number, { risk }: TableForm): boolean {
  const before = text.slice(0, at);
  if (FLAG.test(before)) return false;
  return risk === 'none' || !PART.test(before);
}
