import type { DecidedMark } from '../../messaging/page-handle.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Frame, Page } from './driver.ts';
import { until } from './poll.ts';

export interface FrameMarks {
  frame: Frame;
  marks: DecidedMark[];
  stats: { scanMs: number; firstMarksMs: number | null; blocks: number; characters: number; longestTaskMs: number };
}

/** Waits until our script has read the page and each of its frames in which it runs, and gives what it decided there. */
export async function readMarks(page: Page, named: string, timeoutMs = 30_000): Promise<FrameMarks[]> {
  const isThere = () => page.hasExtension();
  try {
    await until(isThere, { what: 'the content script', timeoutMs: 5_000 });
  } catch {
    throw new Refusal(`AI Gloss does not run on ${named}: it reads HTML pages with text in them.`);
  }
  const frames: FrameMarks[] = [];
  for (const frame of await page.frames()) {
    if (frame.url !== page.url && !(await frame.hasExtension().catch(() => false))) continue;
    const isSettled = () => frame.evaluateInExtension(() => globalThis.aiGloss?.settled() ?? false);
    const settled = until(isSettled, { what: `AI Gloss to read ${frame.url}`, timeoutMs });
    // A frame out of sight or without text is never read; the page itself must be.
    if (frames.length) await settled.catch(() => {});
    else await settled;
    const read = frame.evaluateInExtension(async () => {
      const { marks, stats } = globalThis.aiGloss!;
      return { marks: await marks(), stats: stats() };
    });
    frames.push({ frame, ...(await read) });
  }
  return frames;
}
