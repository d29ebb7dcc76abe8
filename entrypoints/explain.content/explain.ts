import { type HoverEvent, hover, initialHover, wakeAt } from '../../highlighter/hover/hover-state';
import type { Mention } from '../../highlighter/index';
import { surfaceOf } from '../../highlighter/mentions/mention';
import type { Explainer, PageEngine } from '../../highlighter/page-engine';
import type { CardEvent } from '../../messaging/card-handle';
import { createCardClient } from './card-client';
import { nextMark } from './next-mark';
import { offsetsOf } from './page-text';
import { reveal } from './reveal';

/** Turns pointer, taps and steps into cards. Listens only, on the window's way down, and never keeps an event from the page. */
export function startExplaining(engine: PageEngine): Explainer {
  const { highlighter, signal, settings, safely, cause } = engine;
  let state = initialHover<Mention>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pointer = 'mouse';
  let scrolling = false;
  /** Where the open card's term was when it opened, and where it was last, in viewport px. */
  let home: DOMRect | undefined;
  let spot: DOMRect | undefined;
  let lastStep: Mention | null = null;
  const now = () => performance.now();

  const card = createCardClient({ ...engine, onEvent: (event) => safely(() => onCard(event)) });

  function send(event: HoverEvent<Mention>) {
    if (signal.aborted) return;
    const { state: next, effects } = hover(state, event, settings().dwellMs);
    state = next;
    for (const effect of effects) {
      if (effect.type === 'prepare') void card.prepare(effect.mark);
      else if (effect.type === 'close') card.close(effect.focus);
      else {
        home = spot = highlighter.rectsOf(effect.mark)[0];
        void card.open(effect.mark, effect.trigger, state.last);
      }
    }
    clearTimeout(timer);
    const at = wakeAt(state);
    // Timers may ring a little early; then the machine asks again.
    if (at !== null)
      timer = setTimeout(() => safely(() => send({ type: 'tick', t: now() })), Math.max(0, Math.ceil(at - now())));
  }
  signal.addEventListener('abort', () => clearTimeout(timer));

  function onCard(event: CardEvent) {
    const t = now();
    if (event.type === 'pointerenter') send({ type: 'enter', t });
    else if (event.type === 'pointerleave') send({ type: 'leave', t, x: event.x, y: event.y });
    else if (event.type === 'pin') send({ type: 'pin', t, pinned: event.pinned });
    else if (event.type === 'focus') send({ type: 'focus', t, inside: event.inside });
    else if (event.type === 'close')
      send(event.by === 'outside' ? { type: 'press', t, mark: null } : { type: 'dismiss', t });
  }

  const listen = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
    window.addEventListener(type, (event) => safely(() => listener(event)), { capture: true, passive: true, signal });

  listen('pointermove', ({ pointerType, clientX: x, clientY: y, buttons }) => {
    if (pointerType === 'touch') return;
    const mark = highlighter.mentionAt(x, y);
    // Nothing to wait for, and nothing under the pointer: the usual case.
    if (!mark && !state.dwell && !state.open && !state.muted) state.last = { x, y, t: now() };
    else send({ type: 'move', t: now(), x, y, mark, card: state.open && card.rect(), pressed: buttons !== 0 });
  });
  listen('pointerout', ({ relatedTarget, pointerType }) => {
    if (!relatedTarget && pointerType !== 'touch') send({ type: 'out', t: now() });
  });
  listen('pointerdown', ({ pointerType, clientX: x, clientY: y }) => {
    pointer = pointerType;
    if (pointerType !== 'touch') send({ type: 'press', t: now(), mark: highlighter.mentionAt(x, y) });
  });
  listen('click', ({ clientX: x, clientY: y }) => {
    if (pointer === 'touch') send({ type: 'tap', t: now(), mark: highlighter.mentionAt(x, y) });
  });
  listen('scroll', () => {
    if (scrolling || (!state.open && !state.dwell)) return;
    scrolling = true;
    requestAnimationFrame(() => {
      scrolling = false;
      safely(onScrolled);
    });
  });
  function onScrolled() {
    const { open, last } = state;
    const rect = open ? highlighter.rectsOf(open.mark)[0] : undefined;
    spot = rect ?? spot;
    const moved = rect && home ? Math.hypot(rect.left - home.left, rect.top - home.top) : 0;
    const inView = !rect || (rect.bottom > 0 && rect.top < innerHeight && rect.right > 0 && rect.left < innerWidth);
    send({ type: 'scroll', t: now(), moved, inView, mark: last && highlighter.mentionAt(last.x, last.y) });
  }

  if (cause) {
    const { type, x, y, t } = cause;
    const mark = highlighter.mentionAt(x, y);
    if (type === 'tap') send({ type, t, mark });
    // The rest began before this script was there.
    else send({ type: 'move', t, x, y, mark, card: null, pressed: false });
  }

  /** Goes to a mark as the keyboard does: into view, with the card open and focus in it. */
  const go = (mark: Mention | null, announcement = ''): boolean => {
    if (!mark) return false;
    lastStep = mark;
    reveal(mark.nodes[0]!, () => highlighter.rectsOf(mark)[0]);
    const page = document as Document & { ariaNotify?(text: string): void };
    if (announcement) page.ariaNotify?.(announcement);
    send({ type: 'step', t: now(), mark });
    return true;
  };

  return {
    offsets: (marks) => offsetsOf(document.body, marks),
    jump(id) {
      const all = highlighter.mentions().filter((mention) => highlighter.idOf(mention) === id);
      const seen = (mention: Mention) => highlighter.rectsOf(mention).length > 0;
      return go(all.find((mention) => mention.chosen && seen(mention)) ?? all.find(seen) ?? null);
    },
    step(direction) {
      highlighter.checkHidden();
      const marks = highlighter.mentions().filter((mention) => mention.chosen);
      const at = nextMark(marks, state.open?.mark ?? lastStep, direction, highlighter.rectsOf);
      const mark = marks[at];
      return go(mark ?? null, mark && `${surfaceOf(mark)}, term ${at + 1} of ${marks.length}`);
    },
    onGone(mention) {
      if (lastStep === mention) lastStep = null;
      const { open, dwell, muted } = state;
      if (open?.mark !== mention && dwell?.mark !== mention && muted !== mention) return;
      // The page may be rendering the same words anew: look once it is done, before the browser paints.
      const rect = open?.mark === mention ? spot : undefined;
      const x = rect ? rect.left + rect.width / 2 : state.last?.x;
      const y = rect ? rect.top + rect.height / 2 : state.last?.y;
      queueMicrotask(() =>
        safely(() => {
          const found = x === undefined || y === undefined ? null : highlighter.mentionAt(x, y);
          const next = found?.term === mention.term ? found : null;
          if (next) card.follow(mention, next);
          send({ type: 'gone', t: now(), mark: mention, next });
        }),
      );
    },
  };
}
