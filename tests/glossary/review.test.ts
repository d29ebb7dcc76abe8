import { describe, expect, it } from 'vitest';
import { reviewPage, sumReadings } from '../../glossary/review';
import { makeEntry, TODAY } from './make';

const reading = (claims: number, faults: number, date = TODAY) => ({ date, claims, faults, mended: faults });
const opened = { claim: 'Three.', url: 'https://example.org/', place: 'title', opened: TODAY };
const entries = [
  makeEntry({ id: 'zeta', category: 'training', secondReading: reading(7, 2, '2026-11-01'), evidence: [opened] }),
  makeEntry({ id: 'alpha', category: 'inference', secondReading: reading(5, 0), evidence: [opened, opened] }),
  makeEntry({ id: 'mu', category: 'training', evidence: [{ claim: 'Said so', unverified: 'no copy exists' }] }),
];
const cells = (page: string, first: string) =>
  page
    .split('\n')
    .find((line) => line.startsWith(`| ${first} |`))
    ?.split('|')
    .map((cell) => cell.trim())
    .slice(2, -1);

describe('sumReadings', () => {
  it('adds up what the entries record, unread ones as entries only', () => {
    expect(sumReadings(entries)).toEqual({ entries: 3, read: 2, claims: 12, faults: 2, mended: 2 });
    expect(sumReadings([])).toEqual({ entries: 0, read: 0, claims: 0, faults: 0, mended: 0 });
  });
});

describe('reviewPage', () => {
  const page = reviewPage(entries);

  it('gives the sums of all, of each category that has entries, and of each day', () => {
    expect(cells(page, 'entries')).toEqual(['3']);
    expect(cells(page, 'read by a second reader')).toEqual(['2 (66 %)']);
    expect(cells(page, 'claims checked')).toEqual(['12']);
    expect(cells(page, 'entries in which a fault was found')).toEqual(['1']);
    expect(cells(page, 'faults per entry read')).toEqual(['1.00']);
    expect(cells(page, 'claims recorded with the place where they stand')).toEqual(['3']);
    expect(cells(page, 'training')).toEqual(['2', '1', '7', '2', '2']);
    expect(cells(page, 'inference')).toEqual(['1', '1', '5', '0', '0']);
    expect(cells(page, 'slang')).toBeUndefined();
    expect(cells(page, '2026-11-01')).toEqual(['1', '1', '7', '2', '2']);
    expect(page.indexOf('| 2026-11-01 |')).toBeLessThan(page.indexOf(`| ${TODAY} |`));
  });

  it('lists what could not be opened, and who has not been read', () => {
    expect(page).toContain('- `mu`: Said so. *Not opened: no copy exists.*');
    expect(cells(page, 'claims that could not be opened')).toEqual(['1']);
    expect(page).toMatch(/## Not yet read\n\n`mu`\.\n$/);
  });

  it('is the same whatever the order of the files', () => {
    expect(reviewPage(entries.toReversed())).toBe(page);
  });

  it('says so when there is nothing, or nothing left', () => {
    const none = reviewPage([]);
    expect(none).toContain('No entry has been read yet.');
    expect(cells(none, 'read by a second reader')).toEqual(['0 (–)']);
    expect(none).not.toContain('NaN');
    expect(reviewPage(entries.slice(0, 2))).toMatch(/None: every entry has its second reading\.\n$/);
  });
});
