import { describe, expect, it } from 'vitest';
import { unfilled } from '../../../glossary/rules/unfilled';
import { findings, makeEntry } from '../make';

describe('unfilled', () => {
  it('finds what the scaffold left open, wherever it is', () => {
    const entry = makeEntry({
      quick: 'TODO the quick definition.',
      asked: ['TODO what it is called'],
      faq: [{ q: 'TODO a question?', a: ['TODO the answer.'] }],
      sense: 'TODO',
    });
    expect(findings(unfilled, entry).map(({ where }) => where)).toEqual([
      'quick',
      'faq[0]',
      'faq[0]',
      'asked[0]',
      'sense',
    ]);
  });

  it('knows the marker from a word', () => {
    expect(findings(unfilled, makeEntry({ quick: 'A Spanish word: todo. TODOs are many.' }))).toEqual([]);
  });
});
