import type { FormTable, Span } from '../types';
import { foldWide, TABLE_END } from './characters';
import { clean, startOf } from './clean';
import { grow } from './decode-forms';
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
  const { bits, heads, mask, linkHash, linkForm, linkNext, flags, fold } = table.index;
  const verify = createVerify(table.index);
  const inProse = createProseTest(fold);
  const isWord = (code: number) => (code < TABLE_END ? fold[code]! > 1 : foldWide(code) > 1);

  /** The longest form that starts at `start` and opens with a word of one of the hashes. */
  const longest = (text: string, start: number, hash: number, withoutS: number): Span | null => {
    let best: Span | null = null;
    let bestRank = 0;
    for (let wanted = hash; wanted; wanted = wanted === withoutS ? 0 : withoutS) {
      for (let link = heads[wanted & mask]!; link; link = linkNext[link]!) {
        if (linkHash[link] !== wanted) continue;
        const form = linkForm[link]!;
        const found = verify(text, start, form);
        if (!found) continue;
        const end = found < 0 ? ~found : found;
        const flag = flags[form]!;
        // Of equal length: as written before plural, exact case before any, then the table's order.
        const rank = (found < 0 ? 0 : 4) + (flag % 3 === 1 ? 2 : flag % 3 ? 1 : 0);
        if (
          best &&
          (end < best.end || (end === best.end && (rank < bestRank || (rank === bestRank && form > best.form))))
        ) {
          continue;
        }
        if (!inProse(text, start, end, flag < 3)) continue;
        best = { start, end, form };
        bestRank = rank;
      }
    }
    return best;
  };

  const match = (text: string): readonly Span[] => {
    let found: Span[] | null = null;
    let hash = 0;
    let before = 0;
    let code = 0;
    const { length } = text;
    for (let at = 0; at <= length; at++) {
      const last = code;
      code = at < length ? text.charCodeAt(at) : 32;
      const folded = code < TABLE_END ? fold[code]! : foldWide(code);
      if (folded > 1) {
        before = hash;
        hash = grow(hash, folded);
        continue;
      }
      if (folded === 1) return matchCleaned(text);
      if (hash === 0) continue;
      // The word without its s, for plurals.
      const short = last === 115 || last === 83 ? before : 0;
      if (
        bits[(hash & 0xffff) >> 3]! & (1 << (hash & 7)) ||
        (short && bits[(short & 0xffff) >> 3]! & (1 << (short & 7)))
      ) {
        let start = at;
        while (start > 0 && isWord(text.charCodeAt(start - 1))) start--;
        const span = longest(text, start, hash, short);
        if (span) {
          (found ??= []).push(span);
          at = span.end;
          code = 32;
          if (at < length) at--;
        }
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
