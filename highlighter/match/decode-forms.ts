import type { CaseRule, FormTable, Risk } from '../types';
import { foldTable, foldWide, TABLE_END } from './characters';

export const CASE_RULES: readonly CaseRule[] = ['any', 'exact', 'initial'];
export const RISKS: readonly Risk[] = ['none', 'page', 'cues'];
const MARKS = ' !#$%&*+,';

/** Hash of a word grown by one folded character: 20 bits, and one above so that no word hashes to 0. */
export const grow = (hash: number, code: number) => ((hash * 31 + code) & 0xfffff) | 0x100000;

/**
 * Decodes what glossary/pack-forms.ts packed, in one loop over the string: a first page waits for
 * this. Each form is entered under its first word, under its first two words written as one, and
 * under the plurals in -es and -ies of a one-word form (the matcher takes off a plain s by itself).
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
  const bits = new Uint8Array(8192);
  let slots = 1024;
  while (slots < 4 * size) slots *= 2;
  const mask = slots - 1;
  const heads = new Uint16Array(slots);
  const linkHash = new Int32Array(3 * size + 1);
  const linkForm = new Uint16Array(3 * size + 1);
  const linkNext = new Uint16Array(3 * size + 1);
  let links = 0;
  const link = (hash: number, form: number) => {
    bits[(hash & 0xffff) >> 3]! |= 1 << (hash & 7);
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
      // Words of the form that are hashed: 0 = in the first, 1 = the second joins it, 2 = enough.
      let words = 0;
      let hash = 0;
      let first = 0;
      let before = 0;
      let letter = 0;
      let letterBefore = 0;
      for (; at < end; at++) {
        code = packed.charCodeAt(at);
        if (code === 124 || code === 10) break;
        if (words === 2) continue;
        const folded = code < TABLE_END ? fold[code]! : foldWide(code);
        if (folded > 1) {
          before = hash;
          letterBefore = letter;
          hash = grow(hash, (letter = folded));
        } else if (words === 0 && (code === 32 || code === 45)) {
          first = hash;
          words = 1;
        } else words = 2;
      }
      last = at < end ? code : 10;
      link(hash, form);
      if (first) link(first, form);
      if (words < 2) {
        const sibilant =
          letter === 115 ||
          letter === 120 ||
          letter === 122 ||
          (letter === 104 && (letterBefore === 99 || letterBefore === 115));
        if (sibilant) link(grow(grow(hash, 101), 115), form);
        else if (letter === 121) link(grow(grow(grow(before, 105), 101), 115), form);
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
    index: { packed, bounds, flags, bits, heads, mask, linkHash, linkForm, linkNext, fold },
  };
}

/** As `slug` in glossary/pack-forms.ts. */
const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
