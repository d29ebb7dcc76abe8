import type { PageHandle, PageTerm } from '../../messaging/page-handle';

/** One frame of a page, as the script below finds it. */
export interface FrameReport {
  contentType: string;
  /** Null where no live script of ours is. */
  ours: { settled: boolean; terms: PageTerm[] } | null;
}

/** A term of a page, all its frames together. */
export interface SeenTerm extends PageTerm {
  /** Frames that mention it, in the order of the page. */
  frames: number[];
}

export interface PageReport {
  /** MIME type of the top document. */
  contentType: string;
  /** Is our script in the top document? */
  ours: boolean;
  settled: boolean;
  /** In order of first use: the top document's first, then those of its frames. */
  terms: SeenTerm[];
}

/** Puts the reports of a page's frames together. Null when there is none, as of a page that refuses us. */
export function mergeFrames(frames: readonly { frameId: number; result?: unknown }[]): PageReport | null {
  const sorted = frames
    .filter(({ result }) => result)
    .sort((a, b) => Number(a.frameId !== 0) - Number(b.frameId !== 0));
  const top = sorted[0]?.result as FrameReport | undefined;
  if (!top) return null;
  const terms = new Map<string, SeenTerm>();
  let settled = true;
  for (const { frameId, result } of sorted) {
    const { ours } = result as FrameReport;
    if (!ours) continue;
    // A frame without text never settles, and must not keep the page waiting.
    settled &&= ours.settled || frameId !== 0;
    for (const { id, surface, count } of ours.terms) {
      const seen = terms.get(id);
      if (seen) {
        seen.count += count;
        seen.frames.push(frameId);
      } else terms.set(id, { id, surface, count, frames: [frameId] });
    }
  }
  return { contentType: top.contentType, ours: top.ours !== null, settled, terms: [...terms.values()] };
}

/** Runs inside the page: no names from outside. */
export function reportFrame(): FrameReport {
  const handle: PageHandle | undefined = globalThis.aiGloss;
  return {
    contentType: document.contentType,
    ours: handle?.alive() ? { settled: handle.settled(), terms: handle.terms() } : null,
  };
}
