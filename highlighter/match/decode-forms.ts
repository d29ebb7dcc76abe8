import type { CaseRule, FormTable, Risk } from '../types';
import { foldTable, foldWide, TABLE_END } from './characters';
import { grow, pair } from './hash';

export const CASE_RULES: readonly CaseRule[] = ['any', 'exact', 'initial'];
export const RISKS: readonly Risk[] = ['none', 'page', 'cues'];
const MARKS = ' !#$%&*+,';

/** Entries of one step, and what one costs beside a character that is read. */
const STEP = 32;
const STEP_SIZE = 64;

/** Most ways to write a form's start. */
const MOST_LINKS = 5;

/**
 * Decodes what glossary/pack-forms.ts packed, in one loop over the string: a first page waits for
 * this, in steps whose size it yields. A form is entered under hashes of how its start may be written:
 *
 *   agent                  agent
 *   pre-training           pretraining · pre + training
 *   LLM pre-training data  LLMpre · LLM + pre · LLM + pretraining
 *
 * and under the plurals in -es and -ies where that is all of it (the matcher takes off a plain s by
 * itself). Two words tell nearly all forms apart, so that few are compared letter by letter.
 */
export function* decodeInSteps(packed: string): Generator<number, FormTable> {
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

  /** Does the word before `at` take -es (1), or -ies for its y (2)? */
  const endingAt = (at: number): 0 | 1 | 2 => {
    const letter = packed.charCodeAt(at - 1) | 32;
    if (letter === 121) return 2;
    if (letter === 115 || letter === 120 || letter === 122) return 1;
    return letter === 104 && /[cs]/i.test(packed[at - 2]!) ? 1 : 0;
  };
  /** Hash of the plural of [from, to), which has `hash`. */
  const plural = (hash: number, from: number, to: number, ending: 1 | 2): number => {
    if (ending === 2) {
      hash = 0;
      for (let at = from; at < to - 1; at++) {
        const folded = fold[packed.charCodeAt(at)] ?? 0;
        if (folded > 1) hash = grow(hash, folded);
      }
      hash = grow(hash, 105);
    }
    return grow(grow(hash, 101), 115);
  };

  const end = packed.length;
  let entry = -1;
  let form = 0;
  for (let at = head.length + 1; at < end; entry < entries && at++) {
    entry++;
    if (entry % STEP === STEP - 1) yield STEP * STEP_SIZE;
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
      // One loop per word, and `grow` written out in each: all of this runs cold, where a call per letter
      // costs more than the work. `code` ends as the sign behind the last letter that was read.
      let first = 0;
      let folded: number;
      for (; at < end; at++) {
        code = packed.charCodeAt(at);
        folded = code < TABLE_END ? fold[code]! : foldWide(code);
        if (folded < 2) break;
        first = ((first * 31 + folded) & 0xfffff) | 0x100000;
      }
      open(first);
      if (at === end || code === 124 || code === 10) {
        link(first, form);
        const ending = endingAt(at);
        if (ending) {
          const many = plural(first, from, at, ending);
          open(many);
          link(many, form);
        }
      } else if (code !== 32 && code !== 45) link(first, form);
      else {
        let joined = first;
        let later = 0;
        const second = at + 1;
        for (at++; at < end; at++) {
          code = packed.charCodeAt(at);
          folded = code < TABLE_END ? fold[code]! : foldWide(code);
          if (folded < 2) break;
          joined = ((joined * 31 + folded) & 0xfffff) | 0x100000;
          later = ((later * 31 + folded) & 0xfffff) | 0x100000;
        }
        open(joined);
        link(joined, form);
        link(pair(first, later), form);
        if (at === end || code === 124 || code === 10) {
          const ending = endingAt(at);
          if (ending) {
            const many = plural(joined, from, at, ending);
            open(many);
            link(many, form);
            link(pair(first, plural(later, second, at, ending)), form);
          }
        } else if (code === 32 || code === 45) {
          const two = links;
          for (at++; at < end; at++) {
            code = packed.charCodeAt(at);
            folded = code < TABLE_END ? fold[code]! : foldWide(code);
            if (folded < 2) break;
            if (linkThird[two] === 0) linkThird[two] = folded;
            later = ((later * 31 + folded) & 0xfffff) | 0x100000;
          }
          link(pair(first, later), form);
          const ending = at === end || code === 124 || code === 10 ? endingAt(at) : 0;
          if (ending) link(pair(first, plural(later, second, at, ending)), form);
        }
      }
      while (at < end && code !== 124 && code !== 10) code = packed.charCodeAt(++at);
      last = at < end ? code : 10;
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

/** The same in one go. */
export function decodeForms(packed: string): FormTable {
  const steps = decodeInSteps(packed);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As `slug` in glossary/pack-forms.ts. */
const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
