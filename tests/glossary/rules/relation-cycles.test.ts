import { describe, expect, it } from 'vitest';
import { relationCycles } from '../../../glossary/rules/relation-cycles';
import type { EntrySource } from '../../../glossary/schema';
import { findings, makeEntry, told } from '../make';

const entry = (id: string, relations: EntrySource['relations']) => makeEntry({ id, relations });

describe('relation-cycles', () => {
  it('finds a circle of three, in every entry that is part of it', () => {
    const [a, b, c] = [entry('a', { needs: ['b'] }), entry('b', { needs: ['c'] }), entry('c', { needs: ['a'] })];
    const outside = entry('d', { needs: ['a'] });
    expect(told(findings(relationCycles, a, [b, c, outside]))).toEqual(['relations.needs: a circle: a → b → c → a']);
    expect(told(findings(relationCycles, c, [a, b]))).toEqual(['relations.needs: a circle: c → a → b → c']);
    expect(findings(relationCycles, outside, [a, b, c])).toEqual([]);
  });

  it('reads "narrower" as "broader" from the other side', () => {
    const [a, b] = [entry('a', { broader: ['b'], narrower: ['b'] }), entry('b', {})];
    expect(told(findings(relationCycles, a, [b]))).toEqual(['relations.broader: a circle: a → b → a']);
  });

  it('lets a diamond and related pairs be', () => {
    const list = [
      entry('a', { broader: ['b', 'c'], related: ['d'] }),
      entry('b', { broader: ['d'] }),
      entry('c', { broader: ['d'] }),
      entry('d', { related: ['a'] }),
    ];
    for (const one of list)
      expect(
        findings(
          relationCycles,
          one,
          list.filter((other) => other !== one),
        ),
      ).toEqual([]);
  });
});
