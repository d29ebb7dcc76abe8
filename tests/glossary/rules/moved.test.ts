import { describe, expect, it } from 'vitest';
import { moved } from '../../../glossary/rules/moved';
import { findings, makeEntry, told } from '../make';

describe('moved', () => {
  it('accepts former ids that nothing else has', () => {
    expect(findings(moved, makeEntry({ moved: ['beam-decoding'] }))).toEqual([]);
  });

  it('refuses what is no id, an entry that exists, and a former id of two entries', () => {
    const entry = makeEntry({ moved: ['Beam', 'token', 'old-name'] });
    const others = [makeEntry({ id: 'token' }), makeEntry({ id: 'top-p', moved: ['old-name'] })];
    expect(told(findings(moved, entry, others))).toEqual([
      'moved[0]: "Beam"',
      'moved[1]: "token", which is an entry',
      'moved[2]: "old-name", which top-p claims too',
    ]);
  });
});
