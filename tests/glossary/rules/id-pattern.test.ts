import { describe, expect, it } from 'vitest';
import { idPattern } from '../../../glossary/rules/id-pattern';
import { findings, makeEntry } from '../make';

describe('id-pattern', () => {
  it.each(['pre-training', 'top-p', 'gpt', '3d-parallelism'])('accepts %s', (id) => {
    expect(findings(idPattern, makeEntry({ id }))).toEqual([]);
  });

  it.each(['Pre-training', 'top_p', 'a--b', '-a', 'a-', 'two words', 'ä', 'x'.repeat(61)])('refuses %s', (id) => {
    expect(findings(idPattern, makeEntry({ id })).map(({ where }) => where)).toEqual(['file']);
  });
});
