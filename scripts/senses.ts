/**
 * npm run senses -- check | forms: the labelled set of tests/senses. `check` builds every page from its source and lists
 * what is wrong; `forms` prints each risky form with its labels in the AI sense and in another.
 */

import { Refusal, runCommand } from './lib/refusal.ts';
import { readSet, senseForms } from './senses/read-set.ts';

await runCommand(async ([command = 'check']) => {
  let pages: ReturnType<typeof readSet>;
  try {
    pages = readSet();
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
  const labels = pages.flatMap((page) => page.labels);
  if (command === 'forms') {
    const counts = new Map(senseForms().risky.map((form) => [form, [0, 0]]));
    for (const { form, is_ai_sense, ambiguous } of labels) {
      if (!ambiguous) continue;
      const count = counts.get(form) ?? [0, 0];
      count[is_ai_sense ? 0 : 1]!++;
      counts.set(form, count);
    }
    for (const [form, [ai, other]] of [...counts].sort()) console.log(`${form}\t${ai}\t${other}`);
    return 0;
  }
  const count = (test: (label: (typeof labels)[0]) => boolean) => labels.filter(test).length;
  console.log(
    `${pages.length} pages, ${pages.reduce((sum, { words }) => sum + words, 0)} words, ${labels.length} labels: ` +
      `${count((l) => l.ambiguous && l.is_ai_sense)} risky in the AI sense, ${count((l) => l.ambiguous && !l.is_ai_sense)} in another, ` +
      `${count((l) => !l.ambiguous)} unmistakable; ${count((l) => l.hard)} hard`,
  );
  return 0;
});
