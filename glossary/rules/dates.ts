import type { Rule } from './rule.ts';

/** Nothing was checked in the future, and nothing was coined there. */
export const dates: Rule = {
  name: 'dates',
  check({ reviewed, evidence, secondReading, origin }, { today }) {
    const dated = [
      { where: 'reviewed', date: reviewed },
      ...evidence.map((item, i) => ({ where: `evidence[${i}].opened`, date: 'opened' in item ? item.opened : '' })),
      { where: 'secondReading.date', date: secondReading?.date ?? '' },
      { where: 'origin.year', date: origin ? String(origin.year) : '' },
    ];
    return dated
      .filter(({ where, date }) => (where === 'origin.year' ? Number(date) > Number(today.slice(0, 4)) : date > today))
      .map(({ where, date }) => ({
        where,
        found: `${date}, in the future`,
        fix: 'Write the day on which it was done.',
      }));
  },
};
