import { describe, expect, it } from 'vitest';
import { dates } from '../../../glossary/rules/dates';
import { findings, makeEntry, TODAY, told } from '../make';

describe('dates', () => {
  it('refuses every date in the future', () => {
    const entry = makeEntry({
      reviewed: '2026-11-25',
      evidence: [{ claim: 'a', url: 'https://example.org', place: 'top', opened: '2027-01-01' }],
      secondReading: { date: '2026-12-01', claims: 1, faults: 0, mended: 0 },
      origin: { year: 2027, who: 'Somebody' },
    });
    expect(told(findings(dates, entry))).toEqual([
      'reviewed: 2026-11-25, in the future',
      'evidence[0].opened: 2027-01-01, in the future',
      'secondReading.date: 2026-12-01, in the future',
      'origin.year: 2027, in the future',
    ]);
  });

  it('accepts today', () => {
    expect(findings(dates, makeEntry({ reviewed: TODAY, origin: { year: 2026, who: 'Somebody' } }))).toEqual([]);
  });
});
