import type { Entry } from '../glossary/types';

/**
 * Every message between our processes: name → what it carries and what comes back.
 * Names are noun.verb. All of them go from a page or content script to the background.
 */
export interface Messages {
  /**
   * explain → background: the pointer rests on a term, so have the card ready.
   * The background injects the card script into the sender's frame when `needsScript`,
   * and answers with the entry, or null when the installed glossary no longer has it.
   */
  'card.prepare': { params: { id: string; needsScript: boolean }; result: { entry: Entry | null } };
  /**
   * content → background: the reader turns to the marks of this frame for the first time. The background injects
   * the explain script into the sender's frame, and with `card` the card script too, in one call, and answers
   * once they have run.
   */
  'explain.load': { params: { card: boolean }; result: Record<string, never> };
  /**
   * content → background: the page has an AI term, so its risky words can be decided. The background injects the
   * sense script into the sender's frame, and answers once it has run.
   */
  'sense.load': { params: Record<string, never>; result: Record<string, never> };
  /** card → background: another entry opened inside the card. */
  'entry.get': { params: { id: string }; result: { entry: Entry | null } };
  /**
   * content → background: may this frame work? Asked by frames that cannot see their top page's
   * host, and in private windows, whose switches live in session storage alone.
   */
  'frame.decide': { params: Record<string, never>; result: { on: boolean } };
  /** card → background: how many questions of an entry the reader has opened (indices from 0). */
  'progress.get': { params: { id: string }; result: { explored: number[] } };
  /** card → background: a question was opened. Not stored from a private window. */
  'progress.add': { params: { id: string; question: number }; result: { explored: number[] } };
  /** card → background: explain, or no longer, on the site of the sender's top page. */
  'site.set': { params: { on: boolean }; result: Record<string, never> };
}

export type MessageName = keyof Messages;
export type Params<N extends MessageName> = Messages[N]['params'];
export type Result<N extends MessageName> = Messages[N]['result'];

/** What goes over the wire. Errors travel as data and become an Error again at the caller. */
export interface Envelope<N extends MessageName = MessageName> {
  aiGloss: N;
  params: Params<N>;
}
export type Reply<N extends MessageName> = { ok: true; value: Result<N> } | { ok: false; error: string };
