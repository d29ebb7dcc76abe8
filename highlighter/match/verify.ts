import type { FormIndex } from '../types';
import { foldWide, isHyphen, isSpace, TABLE_END } from './characters';

/** Joints after these need their hyphen: "on-policy" is not the end of "advice on policy". */
const LITTLE_WORDS = /^(?:on|off|in|out|up|of|to|at|by|as|no)$/;

/** Case rules as `flags % 3`. */
const EXACT = 1;
const INITIAL = 2;

/**
 * Compares one form with the text from `start`, letter by letter.
 * Gives the end of the match, plural ending included, as a positive number when the text writes the
 * form as it is and as ~end when it needed a plural ending; 0 when it does not match.
 */
export function createVerify(index: FormIndex): (text: string, start: number, form: number) => number {
  const { packed, bounds, flags, fold } = index;
  const folded = (code: number) => (code < TABLE_END ? fold[code]! : code > 0 ? foldWide(code) : 0);

  return (text, start, form) => {
    const from = bounds[2 * form]!;
    const to = bounds[2 * form + 1]!;
    const rule = flags[form]! % 3;
    let at = start;
    let inflected = false;
    const { length } = text;
    for (let p = from; p < to; p++) {
      const want = packed.charCodeAt(p);
      const have = at < length ? text.charCodeAt(at) : 0;
      if (have === want && want !== 32 && want !== 45) {
        at++;
        continue;
      }
      if (want === 32 || want === 45) {
        const past = pastJoint(text, at);
        if (want === 45 && past > at && isSpace(have) && LITTLE_WORDS.test(packed.slice(from, p))) return 0;
        at = past;
        continue;
      }
      if (want === 39 && (have === 0x2019 || have === 0x2bc)) {
        at++;
        continue;
      }
      if (rule !== EXACT) {
        const letter = folded(want);
        if (letter > 1 && letter === folded(have)) {
          at++;
          continue;
        }
      }
      // policy → policies
      if (p === to - 1 && want === 121 && p > from && text.slice(at, at + 3).toLowerCase() === 'ies') {
        at += 3;
        inflected = true;
        break;
      }
      return 0;
    }
    if (rule === INITIAL) {
      const first = text[start]!;
      if (first === first.toLowerCase() && first !== first.toUpperCase()) return 0;
    }
    let next = at < length ? text.charCodeAt(at) : 0;
    if (!inflected && folded(next) > 1) {
      const plural = rule === EXACT ? text : text.slice(at, at + 2).toLowerCase();
      const base = rule === EXACT ? at : 0;
      const s = plural.charCodeAt(base);
      if (s === 101 && plural.charCodeAt(base + 1) === 115 && isSibilant(packed, to)) at += 2;
      else if (s === 115) at += 1;
      else return 0;
      inflected = true;
      next = at < length ? text.charCodeAt(at) : 0;
    }
    if (folded(next) > 1) return 0;
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

function isSibilant(packed: string, end: number): boolean {
  const last = packed[end - 1]!.toLowerCase();
  if (last === 's' || last === 'x' || last === 'z') return true;
  return last === 'h' && /[cs]/i.test(packed[end - 2] ?? '');
}
