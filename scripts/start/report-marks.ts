import type { Page } from '../browser/driver.ts';
import { readMarks } from '../browser/read-marks.ts';

/** Prints what was marked on a page and its frames, and how long that took. */
export async function reportMarks(page: Page, named: string): Promise<void> {
  const frames = await readMarks(page, named);
  const marks = frames.flatMap((frame) => frame.marks);
  const terms = new Map<string, string>();
  for (const { id, form } of marks) if (!terms.has(id)) terms.set(id, form);
  if (!marks.length) {
    console.log('Nothing to explain here: no AI term was found on this page.');
    return;
  }
  const [{ stats }] = frames as [(typeof frames)[0]];
  const first =
    stats.firstMarksMs === null ? 'none in view yet' : `first in view after ${stats.firstMarksMs.toFixed(1)} ms`;
  const inFrames = frames.length > 1 ? `, its frames included (${frames.length - 1})` : '';
  console.log(
    `${marks.length} marks for ${terms.size} terms${inFrames}; ${stats.characters} characters read in ${stats.scanMs.toFixed(1)} ms, ${first}.`,
  );
  console.log(`Terms: ${[...terms.values()].join(' · ')}`);
}
