import type { TabScripting } from './create-injector';

interface FrameReport {
  focused: boolean;
  marks: boolean;
}

/**
 * Goes to the next (1) or previous (-1) mark of a tab: in the frame that has focus, else in the first that has marks.
 * Does nothing in a tab without marks or that we may not reach.
 */
export async function stepTerm(scripting: TabScripting, tabId: number, direction: 1 | -1): Promise<void> {
  try {
    const frames = await scripting.executeScript({ target: { tabId, allFrames: true }, func: report });
    const marked = frames.filter(({ result }) => (result as FrameReport | null)?.marks);
    const frame = marked.find(({ result }) => (result as FrameReport).focused) ?? marked[0];
    if (!frame) return;
    const func = direction === 1 ? stepForward : stepBack;
    await scripting.executeScript({ target: { tabId, frameIds: [frame.frameId] }, func });
  } catch {
    // A page of the browser, or gone.
  }
}

// These run inside pages: no names from outside.
const report = (): FrameReport => ({
  // In the frame around a focused frame, that frame's element has the focus.
  focused: document.hasFocus() && !/^i?frame$/.test(document.activeElement?.localName ?? ''),
  marks: (globalThis.aiGloss?.terms().length ?? 0) > 0,
});
const stepForward = () => globalThis.aiGloss?.step(1);
const stepBack = () => globalThis.aiGloss?.step(-1);
