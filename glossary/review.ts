import { CATEGORIES, type EntrySource } from './schema.ts';

/** What the reviewers' records in the entries add up to. */
export interface ReviewSums {
  entries: number;
  /** Entries with a second reading. */
  read: number;
  claims: number;
  faults: number;
  mended: number;
}

/** The sums over these entries' second readings. */
export function sumReadings(entries: readonly EntrySource[]): ReviewSums {
  const sums = { entries: entries.length, read: 0, claims: 0, faults: 0, mended: 0 };
  for (const { secondReading: reading } of entries) {
    if (!reading) continue;
    sums.read++;
    sums.claims += reading.claims;
    sums.faults += reading.faults;
    sums.mended += reading.mended;
  }
  return sums;
}

/** The page `docs/glossary-review.md`: how entries are reviewed, and the sums of their own records, none typed in. */
export function reviewPage(entries: readonly EntrySource[]): string {
  const ordered = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const total = sumReadings(ordered);
  const evidence = ordered.flatMap((entry) => entry.evidence.map((item) => ({ id: entry.id, item })));
  const unverified = evidence.flatMap(({ id, item }) => ('unverified' in item ? [{ id, ...item }] : []));
  const unread = ordered.filter(({ secondReading }) => !secondReading).map(({ id }) => id);
  const days = [...new Set(ordered.flatMap(({ secondReading }) => secondReading?.date ?? []))].sort();
  return `${[
    INTRODUCTION,
    '## In sum',
    table(
      ['what', 'count'],
      [
        ['entries', total.entries],
        ['read by a second reader', `${total.read} (${percent(total.read, total.entries)})`],
        ['claims checked', total.claims],
        ['faults found', total.faults],
        ['faults mended', total.mended],
        ['entries in which a fault was found', ordered.filter((entry) => entry.secondReading?.faults).length],
        ['faults per entry read', total.read ? (total.faults / total.read).toFixed(2) : '–'],
        ['claims recorded with the place where they stand', evidence.length - unverified.length],
        ['claims that could not be opened', unverified.length],
      ],
    ),
    '## By category',
    breakdown(
      'category',
      CATEGORIES.map((name) => [name, ordered.filter(({ category }) => category === name)] as const),
    ),
    '## By day of reading',
    days.length
      ? breakdown(
          'day',
          days.map((day) => [day, ordered.filter(({ secondReading }) => secondReading?.date === day)] as const),
        )
      : 'No entry has been read yet.',
    '## Claims that could not be opened',
    unverified.length
      ? unverified.map(({ id, claim, unverified: why }) => `- \`${id}\`: ${claim}. *Not opened: ${why}.*`).join('\n')
      : 'None.',
    '## Not yet read',
    unread.length ? `${unread.map((id) => `\`${id}\``).join(', ')}.` : 'None: every entry has its second reading.',
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `# Review of the glossary

Written by \`npm run glossary:review\` from the records in the entries; do not edit it by hand.

## How it is done

Every entry is read again by someone who did not write it. The second reader

1. opens the sources, and compares each number, name, year and “first” in the text with what the source says, and every
   other sentence with what is known of the subject;
2. asks of each source whether it exists and supports what it is given for, and looks for the primary one where the
   entry leans on a copy;
3. reads the definition as an outsider: no circle, no word that needs explaining, nothing that would fit another term;
4. asks of each contrast whether it is the real difference, and of each answer whether it adds something;
5. weighs the forms: does the word have an everyday meaning, and do the cues tell the two apart?

Faults are mended at once, and the entry records the day, the claims checked, the faults found and the faults mended
(\`secondReading\`). A fault is anything that an expert would not sign, in the text or beside it: a wrong or unsupported
statement, a source that does not carry its claim, a circle, a contrast that is none, a sentence without content, a form
that would be marked in the wrong place. What could not be opened is listed below. A rule refuses an entry whose faults
are not all mended.`;

function breakdown(label: string, groups: readonly (readonly [string, readonly EntrySource[]])[]): string {
  const rows = groups.flatMap(([name, entries]) => {
    const { entries: count, read, claims, faults, mended } = sumReadings(entries);
    return count ? [[name, count, read, claims, faults, mended]] : [];
  });
  return table([label, 'entries', 'read', 'claims checked', 'faults found', 'mended'], rows);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

/** Rounded down, so that 100 % means all. */
const percent = (part: number, whole: number) => (whole ? `${Math.floor((100 * part) / whole)} %` : '–');
