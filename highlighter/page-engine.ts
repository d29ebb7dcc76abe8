/**
 * Where the content script and the explain script of one frame meet, on `globalThis.aiGlossEngine` of their isolated
 * world. The first is paid for on every page, so that what only a reader's hand needs comes with the second, when
 * the pointer first meets a mark; and what tells risky words apart comes where an AI term was found.
 */
import type { Highlighter, Mention } from './index';
import type { CreateSense } from './sense/late-sense';

export interface PageEngine {
  readonly highlighter: Highlighter;
  /** Ends both scripts. */
  readonly signal: AbortSignal;
  settings(): { dwellMs: number; theme: 'system' | 'light' | 'dark' };
  /** What the reader did that called for the explain script, on the clock of performance.now(); viewport px. */
  cause: { type: 'rest' | 'tap'; x: number; y: number; t: number } | null;
  /** Runs work that the browser started; a fault stops everything of ours, and never reaches the page. */
  safely(work: () => void): void;
  /** Set by the sense script. */
  createSense: CreateSense | null;
  /** Set by the explain script. */
  explainer: Explainer | null;
}

export interface Explainer {
  /** See PageHandle. */
  jump(id: string): boolean;
  step(direction: 1 | -1): boolean;
  /** Places of marks in the page's text: [start, end) of each; -1 in shadow roots. */
  offsets(marks: readonly Mention[]): { start: number; end: number }[];
  onGone(mention: Mention): void;
}

declare global {
  var aiGlossEngine: PageEngine | undefined;
}
