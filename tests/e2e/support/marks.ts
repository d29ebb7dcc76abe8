import type { Frame } from '../../../scripts/browser/driver';
import { until } from '../../../scripts/browser/poll';

/** How many marks the browser paints in a frame, as the frame's own script can count them. */
export const paintedIn = (frame: Frame): Promise<number> =>
  frame.evaluate(() => CSS.highlights?.get('ai-gloss-mark')?.size ?? 0);

/** Looks in a row that must find the same number of painted marks. */
const STEADY = 4;

/** Waits until the whole document was read, whether anything near the view is marked or not. */
export const whenRead = (frame: Frame): Promise<true> =>
  until(() => frame.evaluateInExtension(() => globalThis.aiGloss?.settled() ?? false).catch(() => false), {
    what: 'the page to be read',
    timeoutMs: 20_000,
  });

/** Waits until the whole document was read and marks are painted; gives their number once it stays the same. */
export async function settle(frame: Frame): Promise<number> {
  await whenRead(frame);
  let last = 0;
  let same = 0;
  return until(
    async () => {
      const now = await paintedIn(frame);
      same = now === last ? same + 1 : 0;
      last = now;
      return same >= STEADY && now;
    },
    { what: 'marks to be painted' },
  );
}

/** Every decided mark of a frame, painted or not, in document order. */
export const marksOf = (frame: Frame) => frame.evaluateInExtension(() => globalThis.aiGloss!.marks());

/** The words under the marks that are painted. */
export const paintedWords = (frame: Frame) =>
  frame.evaluateInExtension(async () =>
    (await globalThis.aiGloss!.marks()).filter((m) => m.painted).map((m) => m.form),
  );

/** Is a painted mark on such a text? */
export const paintedAt = async (frame: Frame, text: string): Promise<boolean> =>
  (await paintedWords(frame)).includes(text);
