import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../glossary/search/edit-distance';

describe('editDistance', () => {
  it.each([
    ['token', 'token', 0],
    ['tokne', 'token', 1],
    ['tken', 'token', 1],
    ['tokken', 'token', 1],
    ['taken', 'token', 1],
    ['rlfh', 'rlhf', 1],
    ['', 'ab', 2],
    ['kitten', 'sitting', 3],
    ['abcdef', 'uvwxyz', 4],
    ['a', 'abcdefgh', 4],
  ])('of %s and %s within 3 is %i', (a, b, expected) => {
    expect(editDistance(a, b, 3)).toBe(expected);
    expect(editDistance(b, a, 3)).toBe(expected);
  });

  it.each([
    ['halucin', 'hallucination', 1],
    ['token', 'tokenizer', 0],
    ['tokn', 'tokenizer', 1],
    ['xyz', 'tokenizer', 2],
  ])('of %s as a beginning of %s within 1 is %i', (a, b, expected) => {
    expect(editDistance(a, b, 1, true)).toBe(expected);
  });
});
