import { describe, expect, it } from 'vitest';
import { linksIn, parseInline, plainText, strip } from '../../glossary/read/inline';

const names: Record<string, string> = { token: 'token', lora: 'LoRA' };
const parse = (text: string) => parseInline(text, (id) => names[id] ?? null).paragraph;

describe('inline Markdown', () => {
  it.each([
    ['plain words', ['plain words']],
    ['*a* **b** `c`', [['em', 'a'], ' ', ['strong', 'b'], ' ', ['code', 'c']]],
    ['of [[token|tokens]].', ['of ', ['term', 'token', 'tokens'], '.']],
    ['a [[token]]', ['a ', ['term', 'token', 'token']]],
    [
      '[[token]] first. [[token]] again',
      [['term', 'token', 'Token'], ' first. ', ['term', 'token', 'Token'], ' again'],
    ],
    ['by [[lora]]', ['by ', ['term', 'lora', 'LoRA']]],
    ['an [[un-known]] and [[un-known|other]]', ['an un known and other']],
    ['2 * 3 * 4 and \\*so\\*', ['2 * 3 * 4 and *so*']],
    ['`a*b*c` and `[[token]]`', [['code', 'a*b*c'], ' and ', ['code', '[[token]]']]],
  ])('%s', (text, expected) => {
    expect(parse(text)).toEqual(expected);
  });

  it('gives plain text back, and the ids that it links to', () => {
    const text = 'A *small* [[token|piece]] of `text`, see [[lora]].';
    expect(plainText(parse(text))).toBe('A small piece of text, see LoRA.');
    expect(strip(text)).toBe('A small piece of text, see lora.');
    expect(linksIn(text)).toEqual(['token', 'lora']);
  });
});
