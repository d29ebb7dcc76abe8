import type { CaseRule, FormTable, Risk } from '../types';
import { foldTable, foldWide, TABLE_END } from './characters';

export const CASE_RULES: readonly CaseRule[] = ['any', 'exact', 'initial'];
export const RISKS: readonly Risk[] = ['none', 'page', 'cues'];
const MARKS = ' !#$%&*+,';

/** Most ways to write a form's start. */
const MOST_LINKS = 4;

/** Hash of a word grown by one folded character: 20 bits, and one above so that no word hashes to 0. */
export const grow = (hash: number, code: number) => ((hash * 31 + code) & 0xfffff) | 0x100000;

/** Hash of two neighbouring words from theirs. */
export const pair = (first: number, second: number) => ((first * 7 + second) & 0xfffff) | 0x200000;

/**
 * Decodes what glossary/pack-forms.ts packed, in one loop over the string: a first page waits for
 * this. A form is entered under hashes of how its start may be written:
 *
 *   agent                  agent
 *   pre-training           pretraining · pre + training
 *   LLM pre-training data  LLMpre · LLM + pre · LLM + pretraining
 *
 * and under the plurals in -es and -ies where that is all of it (the matcher takes off a plain s by
 * itself). Two words tell nearly all forms apart, so that few are compared letter by letter.
 */
export function decodeForms(packed: string): FormTable {
  const head = packed.slice(0, packed.indexOf('\n'));
  const [entries, size] = head.split(' ').map(Number) as [number, number];
  const fold = foldTable();
  const terms = new Uint16Array(size);
  const levels = new Uint8Array(entries);
  const firstForm = new Uint16Array(entries);
  const named = new Map<number, string>();
  const bounds = new Uint32Array(2 * size);
  const flags = new Uint8Array(size);
  const bits = new Uint8Array(32_768);
  let slots = 1024;
  while (slots < 4 * size) slots *= 2;
  const mask = slots - 1;
  const heads = new Uint16Array(slots);
  const most = MOST_LINKS * size + 1;
  const linkHash = new Int32Array(most);
  const linkForm = new Uint16Array(most);
  const linkNext = new Uint16Array(most);
  const linkThird = new Uint8Array(most);
  let links = 0;
  const open = (hash: number) => {
    bits[(hash & 0x3ffff) >> 3]! |= 1 << (hash & 7);
  };
  const link = (hash: number, form: number) => {
    linkHash[++links] = hash;
    linkForm[links] = form;
    linkNext[links] = heads[hash & mask]!;
    heads[hash & mask] = links;
  };

  const end = packed.length;
  let entry = -1;
  let form = 0;
  for (let at = head.length + 1; at < end; entry < entries && at++) {
    entry++;
    levels[entry] = packed.charCodeAt(at++) - 48;
    firstForm[entry] = form;
    for (let last = 124; last === 124; ) {
      let from = at;
      let code = packed.charCodeAt(at);
      if (code === 61) {
        while (at < end && packed.charCodeAt(at) !== 10) at++;
        named.set(entry, packed.slice(from + 1, at));
        break;
      }
      if (code < 45) {
        flags[form] = MARKS.indexOf(packed[at]!);
        from = ++at;
      }
      // Three ways to write the start, as drawn above; `…Before` = without its last letter.
      let words = 1;
      // The link of a form's first two words, until the third word's letter is known.
      let third = 0;
      let first = 0;
      let joined = 0;
      let later = 0;
      let ending = 0;
      let joinedBefore = 0;
      let laterBefore = 0;
      let letter = 0;
      let letterBefore = 0;
      for (; at < end; at++) {
        code = packed.charCodeAt(at);
        if (code === 124 || code === 10) break;
        if (words > 3) continue;
        const folded = code < TABLE_END ? fold[code]! : foldWide(code);
        if (folded > 1) {
          letterBefore = letter;
          letter = folded;
          if (words < 3) {
            joinedBefore = joined;
            joined = grow(joined, folded);
          }
          if (words > 1) {
            if (words === 3 && third) {
              linkThird[third] = folded;
              third = 0;
            }
            laterBefore = later;
            later = grow(later, folded);
          }
        } else if (code !== 32 && code !== 45) words = words > 2 ? 6 : words + 3;
        else if (words === 1) {
          open(joined);
          first = joined;
          words = 2;
        } else if (words === 2) {
          open(joined);
          link(joined, form);
          link(pair(first, later), form);
          third = links;
          words = 3;
        } else words = 6;
      }
      last = at < end ? code : 10;
      // 4, 5: a sign ended the first or second word; 6: enough was read.
      if (words === 3 || words === 6) link(pair(first, later), form);
      else {
        open(joined);
        link(joined, form);
      }
      if (words === 2 || words === 5) link(pair(first, later), form);
      if (words < 4) {
        ending =
          letter === 115 ||
          letter === 120 ||
          letter === 122 ||
          (letter === 104 && (letterBefore === 99 || letterBefore === 115))
            ? 1
            : letter === 121
              ? 2
              : 0;
        if (ending && words < 3) {
          const many = plural(ending === 1 ? joined : joinedBefore, ending);
          open(many);
          link(many, form);
        }
        if (ending && words > 1) link(pair(first, plural(ending === 1 ? later : laterBefore, ending)), form);
      }
      bounds[2 * form] = from;
      bounds[2 * form + 1] = at;
      terms[form++] = entry;
      if (last === 124) at++;
    }
  }

  const text = (index: number) => packed.slice(bounds[2 * index], bounds[2 * index + 1]);
  let ids: string[] | null = null;
  return {
    get ids() {
      ids ??= Array.from(firstForm, (index, i) => named.get(i) ?? slug(text(index)));
      return ids;
    },
    levels,
    size,
    terms,
    form(index) {
      const flag = flags[index]!;
      return {
        term: terms[index]!,
        text: text(index),
        match: CASE_RULES[flag % 3]!,
        risk: RISKS[(flag / 3) | 0]!,
      };
    },
    index: {
      packed,
      bounds,
      flags,
      bits,
      heads,
      mask,
      linkHash: linkHash.slice(0, links + 1),
      linkForm: linkForm.slice(0, links + 1),
      linkNext: linkNext.slice(0, links + 1),
      linkThird: linkThird.slice(0, links + 1),
      fold,
    },
  };
}

/** A word in -es (1), or in -ies (2) when its last letter is left out. */
const plural = (hash: number, ending: number) => grow(grow(ending === 1 ? hash : grow(hash, 105), 101), 115);

/** As `slug` in glossary/pack-forms.ts. */
const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
