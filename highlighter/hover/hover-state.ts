/**
 * When a card opens and closes, as a pure machine: old state and event in, new state and effects out.
 * All times are ms of one clock, all lengths viewport px. `M` is whatever stands for a mark; it is compared
 * by identity only. The caller sets one timer, for `wakeAt(state)`, and sends `tick` when it rings.
 */
import { type Box, onSafePath, type Point } from './safe-path';

/** Pointers at this speed (px/ms) or faster are passing through. */
const PASSING = 0.5;
/** Samples further apart than this say nothing of speed: the pointer rested, then jumped. */
const SAMPLE_GAP_MS = 50;
/** A pointer that arrived fast gets this long to stop before anything is loaded for it. */
const SETTLE_MS = 40;
/** A card closes this long after the pointer left term and card; until as long after that, terms open quickly. */
const GRACE_MS = 300;
const QUICK_MS = 100;
/** A scroll that moves the term further than this takes the reader elsewhere. */
const SCROLL_PX = 48;

export type Trigger = 'pointer' | 'touch' | 'keyboard';

export interface OpenCard<M> {
  mark: M;
  trigger: Trigger;
  pinned: boolean;
  /** The pointer is in the card. */
  inside: boolean;
  /** Focus is in the card and no click put it there: the pointer has no say. */
  focused: boolean;
  /** When it closes unless the pointer comes back; null = not being left. */
  closesAt: number | null;
  /** Where the pointer last was on the term or the card. */
  from: Point;
}

export interface Dwell<M> {
  mark: M;
  opensAt: number;
  /** When loading starts; null once it has. */
  preparesAt: number | null;
}

export interface HoverState<M> {
  open: OpenCard<M> | null;
  dwell: Dwell<M> | null;
  closedAt: number;
  last: (Point & { t: number }) | null;
  /** Dismissed or pressed while the pointer was on it: stays quiet until the pointer has left it. */
  muted: M | null;
}

export type HoverEvent<M> =
  /** A mouse or pen over the page (not the card). `card` = the open card's box; `pressed` = a button is down. */
  | { type: 'move'; t: number; x: number; y: number; mark: M | null; card: Box | null; pressed: boolean }
  /** The pointer left the frame. */
  | { type: 'out'; t: number }
  /** A button went down beside the card. */
  | { type: 'press'; t: number; mark: M | null }
  /** A finger tapped beside the card; the page gets its click all the same. */
  | { type: 'tap'; t: number; mark: M | null }
  /** The reader went to this mark by keyboard or from a list. */
  | { type: 'step'; t: number; mark: M }
  /** Escape, the card's button, or the card's host gone. */
  | { type: 'dismiss'; t: number }
  /** `moved` = how far the open card's term is from where it was; `mark` = now under the pointer. */
  | { type: 'scroll'; t: number; moved: number; inView: boolean; mark: M | null }
  | { type: 'enter'; t: number }
  | { type: 'leave'; t: number; x: number; y: number }
  | { type: 'pin'; t: number; pinned: boolean }
  | { type: 'focus'; t: number; inside: boolean }
  /** This mark's text left the page; `next` = the same words rendered anew, null when they are not there. */
  | { type: 'gone'; t: number; mark: M; next: M | null }
  | { type: 'tick'; t: number };

export type HoverEffect<M> =
  /** Load what the card of this mark needs, without showing anything. */
  | { type: 'prepare'; mark: M }
  /** Show it, in the place of an open one. */
  | { type: 'open'; mark: M; trigger: Trigger }
  /** `focus`: back = to where it was if the card has it; stay = where the reader just put it. */
  | { type: 'close'; focus: 'back' | 'stay' };

export function initialHover<M>(): HoverState<M> {
  return { open: null, dwell: null, closedAt: -Infinity, last: null, muted: null };
}

/** When the machine wants its next `tick`, in ms of its clock; null = not at all. */
export function wakeAt<M>({ open, dwell }: HoverState<M>): number | null {
  const at = Math.min(open?.closesAt ?? Infinity, dwell?.opensAt ?? Infinity, dwell?.preparesAt ?? Infinity);
  return at < Infinity ? at : null;
}

/** A card that the pointer's coming and going does not close. */
const holds = <M>(open: OpenCard<M>): boolean => open.pinned || open.focused || open.trigger === 'touch';

/** The next state, and what to do now, in order. `dwellMs` is the reader's setting. */
export function hover<M>(
  state: HoverState<M>,
  event: HoverEvent<M>,
  dwellMs: number,
): { state: HoverState<M>; effects: HoverEffect<M>[] } {
  const { t } = event;
  const effects: HoverEffect<M>[] = [];
  const next: HoverState<M> = { ...state, open: state.open && { ...state.open } };
  const { open } = next;

  const close = (focus: 'back' | 'stay') => {
    if (!next.open) return;
    next.open = null;
    next.closedAt = t;
    effects.push({ type: 'close', focus });
  };
  const show = (mark: M, trigger: Trigger) => {
    next.dwell = null;
    next.open = {
      mark,
      trigger,
      pinned: false,
      inside: false,
      focused: trigger === 'keyboard',
      closesAt: null,
      from: next.last ?? { x: 0, y: 0 },
    };
    effects.push({ type: 'open', mark, trigger });
  };
  const leave = () => {
    if (next.open && !next.open.inside && !holds(next.open)) next.open.closesAt ??= t + GRACE_MS;
  };

  switch (event.type) {
    case 'move': {
      const { x, y, mark, card } = event;
      const before = state.last ?? { x, y, t };
      const still = state.last !== null && x === before.x && y === before.y;
      const elapsed = Math.min(Math.max(t - before.t, 1), SAMPLE_GAP_MS);
      const fast = Math.hypot(x - before.x, y - before.y) / elapsed >= PASSING;
      const towards = !!open && !!card && mark !== open.mark && onSafePath(open.from, before, event, card);
      next.last = { x, y, t };
      if (mark !== state.muted) next.muted = null;

      if (open) {
        if (mark === open.mark) Object.assign(open, { closesAt: null, inside: false, from: { x, y } });
        else if (towards && open.closesAt !== null) open.closesAt = t + GRACE_MS;
        else leave();
      }

      const blocked = event.pressed || mark === next.muted || mark === open?.mark || (open && holds(open));
      if (mark === null || blocked) next.dwell = null;
      else {
        const delay = towards
          ? dwellMs
          : open || t - state.closedAt <= GRACE_MS
            ? Math.min(QUICK_MS, dwellMs)
            : dwellMs;
        if (state.dwell?.mark === mark) {
          if (fast || towards) next.dwell = { ...state.dwell, opensAt: t + delay };
        } else if (still) {
          // A term that slid under a resting pointer was not pointed at.
          next.dwell = null;
        } else {
          next.dwell = { mark, opensAt: t + delay, preparesAt: fast ? t + SETTLE_MS : null };
          if (!fast) effects.push({ type: 'prepare', mark });
        }
      }
      break;
    }
    case 'out':
      next.dwell = next.last = null;
      leave();
      break;
    case 'press':
      next.dwell = null;
      next.muted = event.mark;
      if (!open?.pinned) close('stay');
      break;
    case 'tap':
      next.dwell = null;
      if (event.mark !== null) {
        if (event.mark !== open?.mark) show(event.mark, 'touch');
      } else if (!open?.pinned) close('stay');
      break;
    case 'step':
      show(event.mark, 'keyboard');
      break;
    case 'dismiss':
      next.dwell = null;
      next.muted = open?.mark ?? null;
      close('back');
      break;
    case 'scroll':
      if (next.dwell && next.dwell.mark !== event.mark) next.dwell = null;
      if (!open || open.pinned) break;
      if (!event.inView || (event.moved > SCROLL_PX && !open.inside && !open.focused)) close('back');
      break;
    case 'enter':
      next.dwell = null;
      if (open) Object.assign(open, { inside: true, closesAt: null });
      break;
    case 'leave':
      next.last = { x: event.x, y: event.y, t };
      if (open) Object.assign(open, { inside: false, from: { x: event.x, y: event.y } });
      leave();
      break;
    case 'pin':
      if (open) {
        open.pinned = event.pinned;
        open.closesAt = null;
        leave();
      }
      break;
    case 'focus':
      // A click into the card brings focus too; the pointer still rules then.
      if (open) {
        open.focused = event.inside && (open.focused || !open.inside);
        if (open.focused) open.closesAt = null;
        leave();
      }
      break;
    case 'gone':
      if (next.dwell?.mark === event.mark) next.dwell = event.next && { ...next.dwell, mark: event.next };
      if (next.muted === event.mark) next.muted = event.next;
      if (open?.mark !== event.mark) break;
      if (event.next) open.mark = event.next;
      else if (!open.pinned && !open.inside && !open.focused) close('back');
      break;
    case 'tick':
      if (next.dwell && next.dwell.opensAt <= t) show(next.dwell.mark, 'pointer');
      else if (next.dwell && next.dwell.preparesAt !== null && next.dwell.preparesAt <= t) {
        effects.push({ type: 'prepare', mark: next.dwell.mark });
        next.dwell = { ...next.dwell, preparesAt: null };
      }
      if (next.open?.closesAt != null && next.open.closesAt <= t) close('back');
      break;
  }
  return { state: next, effects };
}
