import type { Rule } from './rule.ts';

/** Someone who did not write the entry checked it; what was found was mended. */
export const secondReading: Rule = {
  name: 'second-reading',
  check({ secondReading: reading, reviewed }) {
    const where = 'secondReading';
    if (!reading)
      return [
        {
          where,
          found: 'nothing',
          fix: 'Have it read by someone who did not write it, and record date, claims, faults, mended.',
          severity: 'missing',
        },
      ];
    return [
      ...(reading.mended !== reading.faults
        ? [
            {
              where,
              found: `${reading.faults} faults, ${reading.mended} mended`,
              fix: 'Mend the rest, or correct the count.',
            },
          ]
        : []),
      ...(reading.date > reviewed
        ? [
            {
              where,
              found: `read on ${reading.date}, after reviewed: ${reviewed}`,
              fix: 'Set reviewed to the day of the last check.',
            },
          ]
        : []),
    ];
  },
};
