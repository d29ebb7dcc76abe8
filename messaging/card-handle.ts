/**
 * What the card script of one frame offers to the content script beside it, on `globalThis.aiGlossCard` of
 * their isolated world. The page cannot see it.
 *
 * The content script owns when a card is open (highlighter/hover is its state machine); the card draws, places
 * itself, and tells what happens in it. It never closes by itself: it reports, and is closed.
 */
import type { Entry } from '../glossary/types';

/** The term that a card explains, as it stands on the page now. */
export interface CardAnchor {
  /** Boxes of the term, one per line, in viewport px. Empty once its text is gone. */
  rects(): DOMRect[];
  /** The term's first text node: the host goes into the modal dialog or full-screen element around it. */
  node: Node;
}

export type CardEvent =
  | { type: 'pointerenter' }
  /** The pointer left the card; viewport px. */
  | { type: 'pointerleave'; x: number; y: number }
  /**
   * The reader wants it closed. `escape` and `button`: focus returns to where it was; `outside`: a click beside the
   * card, so focus stays where the click put it; `gone`: the page removed the host or the term.
   */
  | { type: 'close'; by: 'escape' | 'button' | 'outside' | 'gone' }
  | { type: 'pin'; pinned: boolean }
  /** Focus came into the card, or left it for the page. */
  | { type: 'focus'; inside: boolean }
  /** Another entry opened inside the card (a related term, or Back). */
  | { type: 'entry'; id: string };

export interface CardOpen {
  entry: Entry;
  anchor: CardAnchor;
  /** pointer = rest of a mouse or pen; touch = tap; keyboard = command, so focus goes into the card. */
  trigger: 'pointer' | 'touch' | 'keyboard';
  /** Where the pointer is, viewport px: of a term on several lines, the nearest line gets the card. */
  at?: { x: number; y: number };
  /** The words as the page writes them. */
  surface: string;
  /** Why the term was marked, to follow “Marked because”, in words that the reader understands. */
  reason: string;
  /** Ids of all terms of this frame, for "Often confused with" to open first when both are here. */
  pageTermIds: string[];
  theme: 'system' | 'light' | 'dark';
  onEvent(event: CardEvent): void;
}

export interface CardHandle {
  /** Extension version that this script belongs to. */
  readonly version: string;
  /** Draws an entry out of sight while the pointer rests on its term, so that `open` has little left to do. */
  prepare(entry: Entry): void;
  /** Shows the card; when one is open it is replaced in place, without a new fade. */
  open(options: CardOpen): void;
  /** Takes the card and its host out of the page. Focus is the caller's to restore. */
  close(): void;
  readonly isOpen: boolean;
  /** True when focus is inside the open card. */
  readonly hasFocus: boolean;
  /** Box of the open card in viewport px, with the 8 px pointer; null when closed. The safe path aims at it. */
  rect(): DOMRect | null;
  /** Moves focus into the open card. */
  focus(): void;
  /** Takes the script's own leftovers away; called once when the extension stops in this frame. */
  stop(): void;
}

declare global {
  var aiGlossCard: CardHandle | undefined;
}
