import { describe, expect, test, vi } from 'vitest';
import { packForms } from '../../glossary/pack-forms';
import { createMatcher } from '../../highlighter/match/create-matcher';
import { decodeForms } from '../../highlighter/match/decode-forms';
import type { Sense } from '../../highlighter/sense/create-sense';
import { createLateSense } from '../../highlighter/sense/late-sense';

const form = (text: string, risk: 'none' | 'cues', match: 'any' | 'exact' = 'any') =>
  ({ text, kind: 'preferred', match, risk }) as const;
const table = decodeForms(
  packForms([
    { id: 'language-model', level: 1, forms: [form('language model', 'none')] },
    { id: 'lora', level: 2, forms: [form('LoRA', 'none', 'exact')] },
    { id: 'token', level: 1, forms: [form('token', 'cues')] },
  ]),
);
const matcher = createMatcher(table);
const context = { title: '', description: '', urlWords: [], lang: 'en' };
const place = { section: 1, heading: '' };

function read(texts: string[]) {
  const sense = createLateSense(table, context);
  for (const text of texts) sense.note(text, matcher.match(text), place);
  const decide = (text: string) => sense.decide(text, matcher.match(text)[0]!, place, matcher.match(text));
  return { sense, decide };
}

/** Answers as it is told, and remembers what it was told. */
function real() {
  const noted: string[] = [];
  const settled: number[] = [];
  const create = vi.fn(
    (): Sense => ({
      note: (text) => noted.push(text),
      settle: (characters = 0) => settled.push(characters),
      about: () => ({ page: 'yes', subjects: '' }),
      decide: () => ({ keep: true, reason: 'the real one' }),
    }),
  );
  return { create, noted, settled };
}

describe('before sense is loaded', () => {
  test('keeps what is safe wherever it stands, and lets short names and risky words wait', () => {
    const { decide } = read(['A language model.']);
    expect(decide('a language model')).toMatchObject({ keep: true });
    expect(decide('the LoRA radio')).toMatchObject({ keep: false, pending: true });
    expect(decide('a token')).toMatchObject({ keep: false, pending: true });
  });

  test('asks for sense where the page has an unmistakable AI term, and only there', () => {
    expect(read(['a token ring', 'a bus token']).sense.wanted()).toBe(false);
    expect(read(['a token ring', 'a LoRA']).sense.wanted()).toBe(true);
  });

  test('rejects risky words for now once a page without an AI term is read', () => {
    const { sense, decide } = read(['a token ring']);
    expect(decide('a token')).toMatchObject({ pending: true });
    sense.settle(100);
    expect(decide('a token')).toMatchObject({ keep: false, pending: false });
  });
});

describe('once it is there', () => {
  test('it is told all that was read before, also between the steps, and then answers', () => {
    const { sense, decide } = read(['A language model.', 'a token']);
    const { create, noted, settled } = real();
    const steps = sense.become(create)[Symbol.iterator]();
    steps.next();
    sense.settle(42);
    sense.note('a late LoRA', matcher.match('a late LoRA'), place);
    expect(decide('a token').keep).toBe(false);
    while (!steps.next().done);
    expect(noted).toEqual(['A language model.', 'a token', 'a late LoRA']);
    expect(settled).toEqual([42]);
    expect(decide('a token')).toEqual({ keep: true, reason: 'the real one' });
    sense.note('more token', matcher.match('more token'), place);
    sense.settle(50);
    expect([noted.at(-1), settled.at(-1)]).toEqual(['more token', 50]);
  });

  test('a second one is not made', () => {
    const { sense } = read([]);
    const { create } = real();
    for (const _ of sense.become(create));
    for (const _ of sense.become(create));
    expect(create).toHaveBeenCalledTimes(1);
  });
});
