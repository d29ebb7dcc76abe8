import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mergeSources, nameKey, readings } from '../../../glossary/coverage/merge';
import { COVERAGE, readConcepts, readMet, readSources, readTerms } from '../../../glossary/coverage/read-lists';

describe('one concept under many names', () => {
  it.each([
    ['Chain-of-Thought', 'chain of thought'],
    ['tokens', 'Token'],
    ['LLMs', 'LLM'],
    ['GPUs', 'gpu'],
    ['APIs', 'API'],
    ['GPU’s memory', "GPU's memory"],
  ])('%s is %s', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it.each([
    ['loss', 'los'],
    ['corpus', 'corpu'],
    ['analysis', 'analysi'],
    ['RLHF', 'RLAIF'],
    ['C', 'C+'],
  ])('%s is not %s', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  it.each([
    ['Large language model (LLM)', 'LLM'],
    ['Large language model (LLM)', 'Large language model'],
    ['Bert (aka Bidirectional Encoder)', 'Bidirectional Encoder'],
    ['CoT / thinking', 'thinking'],
    ['long short term memory lstm', 'long short term memory'],
  ])('%s can be read as %s', (head, name) => {
    expect(readings(head)).toContain(name);
  });

  it('counts a source once for a concept, however many of its names it lists', () => {
    const { terms, aside } = mergeSources(
      [
        { id: 'b', terms: ['LLMs', 'Large language model', 'abscissa'] },
        { id: 'a', terms: ['LLM', 'Token'] },
      ],
      [
        { term: 'Token', also: [] },
        { term: 'Large language model', also: ['LLM'] },
      ],
    );
    expect(terms).toEqual([
      { term: 'Large language model', sources: ['a', 'b'] },
      { term: 'Token', sources: ['a'] },
    ]);
    expect(aside).toEqual([{ term: 'abscissa', sources: ['b'] }]);
  });
});

describe('the frozen lists', () => {
  const folder = fileURLToPath(new URL(`../../../${COVERAGE}`, import.meta.url));
  const merged = mergeSources(readSources(folder), readConcepts(folder));

  it('terms.tsv is what the sources and aliases.tsv make', () => {
    expect(readTerms(folder)).toEqual(merged.terms);
  });

  it('set-aside.tsv holds all the rest', () => {
    expect(readTerms(folder, 'set-aside.tsv')).toEqual(merged.aside);
  });

  it('no two concepts claim one name', () => {
    const owners = new Map<string, string>();
    const clashes = readConcepts(folder).flatMap(({ term, also }) =>
      [term, ...also].flatMap((name) => {
        const owner = owners.get(nameKey(name)) ?? term;
        owners.set(nameKey(name), owner);
        return owner === term ? [] : `${name}: ${owner} and ${term}`;
      }),
    );
    expect(clashes).toEqual([]);
  });

  it('every recent term is a concept of aliases.tsv', () => {
    const concepts = new Set(readConcepts(folder).map(({ term }) => term));
    expect(readMet(folder).recent.filter(({ term }) => !concepts.has(term))).toEqual([]);
  });
});
