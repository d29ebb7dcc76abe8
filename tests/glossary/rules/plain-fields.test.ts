import { describe, expect, it } from 'vitest';
import { plainFields } from '../../../glossary/rules/plain-fields';
import { findings, makeEntry } from '../make';

describe('plain-fields', () => {
  it.each(['A [[token]] of text.', 'A *piece* of text.', 'A `piece`.', 'A <b>piece</b>.'])(
    'refuses markup in %s',
    (text) => {
      const entry = makeEntry({ quick: text, contrasts: [{ with: 'top-p', difference: text }] });
      expect(findings(plainFields, entry).map(({ where }) => where)).toEqual(['quick', 'contrasts[0].difference']);
    },
  );

  it('leaves markup in the explanation alone', () => {
    expect(findings(plainFields, makeEntry({ explanation: ['A [[token]].'] }))).toEqual([]);
  });
});
