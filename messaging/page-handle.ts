/**
 * What the content script of one frame offers to our other processes, on `globalThis.aiGloss` of
 * its isolated world. The popup, the background and `npm run marks` call it with
 * `scripting.executeScript`, which waits for promises, so that an idle page needs no message listener. The page
 * cannot see it. What gives a promise may have to load the explain script first.
 */
export interface PageTerm {
  id: string;
  /** As the page writes it, at its first mention. */
  surface: string;
  /** Mentions in this frame that are meant as the AI term (marked or not, by density). */
  count: number;
}

/** One mention that the highlighter decided to mark, painted or not. Offsets are in the text of
 * `../shared/pages/locate.js`; -1 in shadow roots, which that text leaves out. */
export interface DecidedMark {
  id: string;
  /** The form as the page writes it. */
  form: string;
  start: number;
  end: number;
  reason: string;
  painted: boolean;
}

export interface PageHandle {
  /** Extension version that this script belongs to. */
  readonly version: string;
  /** False once the extension that this script belongs to was updated, switched off or removed. */
  alive(): boolean;
  /** True once the whole document has been scanned and decided at least once. */
  settled(): boolean;
  /** Terms of this frame in order of first use. */
  terms(): PageTerm[];
  /** Every decided mark, in document order. */
  marks(): Promise<DecidedMark[]>;
  /** Scrolls to the first mark of a term, flashes it and opens its card. False when there is none. */
  jump(id: string): Promise<boolean>;
  /** Moves to the next (1) or previous (-1) mark, and opens its card with focus. */
  step(direction: 1 | -1): Promise<boolean>;
  /** Figures of this page, for `npm start` and the benchmarks. */
  stats(): {
    scanMs: number;
    /** When reading began, on the clock of performance.now(). */
    startedAt: number;
    firstMarksMs: number | null;
    blocks: number;
    characters: number;
    painted: number;
    longestTaskMs: number;
  };
  /** Takes everything of ours out of this frame. */
  stop(): void;
}

declare global {
  var aiGloss: PageHandle | undefined;
}
