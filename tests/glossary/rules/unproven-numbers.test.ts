import { describe, expect, it } from 'vitest';
import { unprovenNumbers } from '../../../glossary/rules/unproven-numbers';
import { findings, makeEntry } from '../make';

const check = (text: string, claims: string[] = [], more = {}) =>
  findings(
    unprovenNumbers,
    makeEntry({
      explanation: [text],
      evidence: claims.map((claim) => ({ claim, url: 'https://example.org', place: 'top', opened: '2026-01-01' })),
      ...more,
    }),
  ).map(({ found }) => found);

describe('unproven-numbers', () => {
  it('lists the numbers that no claim holds, origin included', () => {
    const origin = { year: 2017, who: 'Somebody' };
    expect(check('In 2020 it took 10,000 chips and 3.5 weeks.', ['10000 chips'], { origin })).toEqual([
      'no claim with 2020, 3.5, 2017',
    ]);
  });

  it('is content when each stands in a claim, and never an error', () => {
    expect(check('In 2020 it took 16-bit numbers.', ['2020: 16 bits'])).toEqual([]);
    expect(findings(unprovenNumbers, makeEntry({ explanation: ['In 2020.'] }))[0]!.severity).toBe('missing');
  });

  it('leaves figures in names alone', () => {
    expect(check('GPT-4, F1 and Agent2Agent, one of [[top-5]].')).toEqual([]);
  });
});
