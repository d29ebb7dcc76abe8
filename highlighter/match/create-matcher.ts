import type { FormTable, Span } from '../types';
import { foldWide, TABLE_END } from './characters';
import { clean, startOf } from './clean';
import { pair } from './hash';
import { createProseTest } from './in-prose';
import { createVerify } from './verify';

export interface Matcher {
  /** Spans in order, never overlapping, longest form first; offsets in UTF-16 units of `text`. */
  match(text: string): readonly Span[];
}

const NONE: readonly Span[] = [];

/**
 * Finds the table's forms in text. One pass hashes each word as it reads it; a bit per hash lets
 * nearly all words go at once; the few others are compared letter by letter.
 */
export function createMatcher(table: FormTable): Matcher {
  const { bits, heads, mask, linkHash, linkForm, linkNext, linkThird, flags, fold } = table.index;
  const verify = createVerify(table.index);
  const inProse = createProseTest(fold);
  /** Where the word that ends at `end` begins. */
  const startOfWord = (text: string, end: number): number => {
    for (let at = end; at > 0; at--) {
      const code = text.charCodeAt(at - 1);
      if (!(code < TABLE_END ? fold[code]! > 1 : foldWide(code) > 1)) return at;
    }
    return 0;
  };

  /**
   * The longest form that starts with the word that ends at `end` and hashes to `first`; `second` is
   * the hash of the next word, 0 for none, and ends at `secondEnd`. `…Short` = without a plural s, or 0.
   */
  const longest = (
    text: string,
    end: number,
    first: number,
    firstShort: number,
    second: number,
    secondShort: number,
    secondEnd: number,
  ): Span | null => {
    let best: Span | null = null;
    let bestRank = 0;
    let start = -1;
    // Many forms share two words ("multi-head …"): most fall by the letter that would have to follow.
    const next = secondEnd + 1 < text.length ? text.charCodeAt(secondEnd + 1) : 0;
    const third = next < TABLE_END ? fold[next]! & 255 : 0;
    for (let way = 0; way < 4; way++) {
      let hash: number;
      if (way === 0) hash = second && pair(first, second);
      else if (way === 1) hash = secondShort && pair(first, secondShort);
      else if (way === 2) hash = first;
      else hash = firstShort;
      if (hash === 0) continue;
      for (let link = heads[hash & mask]!; link !== 0; link = linkNext[link]!) {
        if (linkHash[link] !== hash) continue;
        if (third > 1 && linkThird[link]! > 1 && linkThird[link] !== third) continue;
        if (start < 0) start = startOfWord(text, end);
        const form = linkForm[link]!;
        const found = verify(text, start, form);
        if (found === 0) continue;
        const stop = found < 0 ? ~found : found;
        const flag = flags[form]!;
        // Of equal length: as written before plural, exact case before any, then the table's order.
        const rank = (found < 0 ? 0 : 4) + (flag % 3 === 1 ? 2 : flag % 3 ? 1 : 0);
        if (best !== null && stop <= best.end) {
          if (stop < best.end || rank < bestRank || (rank === bestRank && form >= best.form)) continue;
        }
        if (!inProse(text, start, stop, flag < 3)) continue;
        best = { start, end: stop, form };
        bestRank = rank;
      }
    }
    return best;
  };

  const match = (text: string): readonly Span[] => {
    let found: Span[] | null = null;
    // The word being read, and the same without its last letter.
    let hash = 0;
    let before = 0;
    let code = 0;
    // A word that may open a form, kept until the next one is read: two words tell forms apart.
    let first = 0;
    let firstShort = 0;
    let firstEnd = 0;
    const { length } = text;
    // One step further than the text, so that its last word is looked up in the same place as all others:
    // code that runs for the first time late makes the browser throw away the fast version of this loop.
    for (let at = 0; at <= length + 1; at++) {
      const last = code;
      code = at < length ? text.charCodeAt(at) : 32;
      const folded = code < TABLE_END ? fold[code]! : foldWide(code);
      if (folded > 1) {
        before = hash;
        // `grow`, written out: a call per letter costs more than all else while this code is cold.
        hash = ((hash * 31 + folded) & 0xfffff) | 0x100000;
        continue;
      }
      if (folded === 1) return matchCleaned(text);
      if (hash === 0 && at <= length) continue;
      const short = last === 115 || last === 83 ? before : 0;
      if (first !== 0) {
        const span = longest(text, firstEnd, first, firstShort, hash, short, at);
        first = 0;
        if (span !== null) {
          (found ??= []).push(span);
          if (span.end >= at) {
            at = span.end - 1;
            hash = 0;
            code = 32;
            continue;
          }
        }
      }
      if (
        bits[(hash & 0x3ffff) >> 3]! & (1 << (hash & 7)) ||
        (short !== 0 && bits[(short & 0x3ffff) >> 3]! & (1 << (short & 7)))
      ) {
        first = hash;
        firstShort = short;
        firstEnd = at;
      }
      hash = 0;
    }
    return found ?? NONE;
  };

  /** Text with soft hyphens, ligatures and the like is matched without them; offsets are mapped back. */
  const matchCleaned = (text: string): readonly Span[] => {
    const { text: plain, from } = clean(text);
    return match(plain).map(({ start, end, form }) => ({
      start: startOf(text, from[start]!),
      end: from[end - 1]! + 1,
      form,
    }));
  };

  return { match };
}
