import { describe, expect, it } from 'vitest';
import { secondReading } from '../../../glossary/rules/second-reading';
import { findings, makeEntry, TODAY, told } from '../make';

const read = (more: object) => makeEntry({ secondReading: { date: TODAY, claims: 5, faults: 2, mended: 2, ...more } });

describe('second-reading', () => {
  it('lists an entry that nobody else has read', () => {
    expect(findings(secondReading, makeEntry())).toMatchObject([{ severity: 'missing', found: 'nothing' }]);
  });

  it('accepts a reading whose faults are mended', () => {
    expect(findings(secondReading, read({}))).toEqual([]);
  });

  it('refuses open faults, and a reading after the last review', () => {
    expect(told(findings(secondReading, read({ mended: 1 })))).toEqual(['secondReading: 2 faults, 1 mended']);
    expect(findings(secondReading, { ...read({}), reviewed: '2026-01-01' })).toHaveLength(1);
  });
});
