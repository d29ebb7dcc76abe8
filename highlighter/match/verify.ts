import type { FormIndex } from '../types';
import { foldWide, isApostrophe, isHyphen, isSpace, TABLE_END } from './characters';

/** Joints after these need their hyphen: "on-policy" is not the end of "advice on policy". */
const LITTLE_WORDS = /^(?:on|off|in|out|up|of|to|at|by|as|no)$/;

/** Take -es. */
const SIBILANT = /(?:[sxz]|[cs]h)$/i;

/** Case rules as `flags % 3`. */
const EXACT = 1;
const INITIAL = 2;

/**
 * Compares one form with the text from `start`.
 * Gives the end of the match, plural ending included, as a positive number when the text writes the
 * form as it is and as ~end when it needed a plural ending; 0 when it does not match.
 */
export function createVerify(index: FormIndex): (text: string, start: number, form: number) => number {
  const { packed, bounds, flags, fold } = index;
  const folded = (code: number) => (code < TABLE_END ? fold[code]! : foldWide(code));

  /** Letter by letter, for other ways to write joints, apostrophes and -ies: the end, ~end for -ies, or 0. */
  const loosely = (text: string, start: number, from: number, to: number, rule: number): number => {
    const { length } = text;
    let at = start;
    for (let p = from; p < to; p++) {
      const want = packed.charCodeAt(p);
      const have = at < length ? text.charCodeAt(at) : 0;
      if (want === 32 || want === 45) {
        const past = pastJoint(text, at);
        if (want === 45 && past > at && isSpace(have) && LITTLE_WORDS.test(packed.slice(from, p))) return 0;
        at = past;
      } else if (have === want || (want === 39 && isApostrophe(have))) at++;
      else if (rule !== EXACT && folded(want) > 1 && folded(want) === folded(have)) at++;
      // policy → policies
      else if (p === to - 1 && want === 121 && p > from && text.slice(at, at + 3).toLowerCase() === 'ies')
        return ~(at + 3);
      else return 0;
    }
    return at;
  };

  return (text, start, form) => {
    const from = bounds[2 * form]!;
    const to = bounds[2 * form + 1]!;
    const rule = flags[form]! % 3;
    // Nearly always it is written as the form is. Strings compare faster than a loop that is still cold.
    const want = packed.slice(from, to);
    let at = start + want.length;
    const have = text.slice(start, at);
    let inflected = false;
    if (have !== want && (rule === EXACT || have.toLowerCase() !== want.toLowerCase())) {
      at = loosely(text, start, from, to, rule);
      if (at === 0) return 0;
      inflected = at < 0;
      if (inflected) at = ~at;
    }
    if (rule === INITIAL) {
      const first = text[start]!;
      if (first === first.toLowerCase() && first !== first.toUpperCase()) return 0;
    }
    const { length } = text;
    if (at < length && folded(text.charCodeAt(at)) > 1) {
      if (inflected) return 0;
      const ending = text.slice(at, at + 2);
      const plural = rule === EXACT ? ending : ending.toLowerCase();
      if (plural === 'es' && SIBILANT.test(want)) at += 2;
      else if (plural[0] === 's') at += 1;
      else return 0;
      if (at < length && folded(text.charCodeAt(at)) > 1) return 0;
      inflected = true;
    }
    return inflected ? ~at : at;
  };
}

/** Past what may stand for a hyphen or space between two words of a form: that, a line break after a hyphen, or nothing. */
function pastJoint(text: string, at: number): number {
  const { length } = text;
  let past = at;
  if (past < length && isHyphen(text.charCodeAt(at))) {
    past++;
    let spaces = past;
    while (spaces < length && isSpace(text.charCodeAt(spaces))) spaces++;
    return spaces > past && text.slice(past, spaces).includes('\n') ? spaces : past;
  }
  while (past < length && isSpace(text.charCodeAt(past))) past++;
  return past;
}
