/** What the glossary's codes are called where a reader sees them. */
import type { Category, Entry, Level, RelationType } from '../../glossary/types';

export const LEVEL_WORDS: Record<Level, string> = {
  1: 'for everyone',
  2: 'for practitioners',
  3: 'for specialists',
};

export const STATUS_WORDS: Record<Entry['status'], string> = {
  stable: 'stable',
  moving: 'still changing',
  disputed: 'disputed',
};

/** Relations as the titles of lists, seen from the entry that is open; in the order in which they are shown. */
export const RELATION_WORDS: Record<RelationType, string> = {
  needs: 'Needs',
  broader: 'A kind of',
  narrower: 'Kinds of it',
  partOf: 'Part of',
  hasPart: 'Made of',
  uses: 'Uses',
  usedIn: 'Used in',
  successorOf: 'Follows',
  succeededBy: 'Leads to',
  related: 'See also',
};

/** "training" → "Training". */
export function categoryWord(category: Category): string {
  return category[0]!.toUpperCase() + category.slice(1);
}

/** An ISO date ("2026-11-24") as "24 November 2026"; what is no date comes back as it is. */
export function dateWords(iso: string): string {
  // Noon UTC, shown in UTC: a date has no time zone, and midnight would slip to the day before in half the world.
  const date = new Date(`${iso}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
