/**
 * First in line for the events of a frame, so that the page never hears what happens in an open card.
 *
 * Registered at document_start, before any script of the page, the guard's listeners are the first on the window's
 * way down. The card script, once it is in the frame, claims what is its own (entrypoints/card.content/claim.ts);
 * until then each event costs one comparison. It lives on `globalThis` of our isolated world, where the page cannot
 * see it.
 */
export interface GuardHandle {
  /** Raised when the shape of this handle changes, since an updated extension meets the guard of the one before. */
  readonly protocol: 1;
  /** True = the event is ours, and goes no further. Set by the card script; null while there is none. */
  claim: ((event: Event) => boolean) | null;
  /** Registers the listeners; those that are there already keep their place. `document.open()` removes them all. */
  listen(): void;
  stop(): void;
}

declare global {
  var aiGlossGuard: GuardHandle | undefined;
}

/**
 * Everything that a hand or a key can cause in the card, and what the browser tells of the host itself. Without
 * `pointerrawupdate`: a listener for it makes the browser send pointer data faster to every page.
 */
const EVENTS =
  'pointerover pointerout pointerenter pointerleave pointerdown pointermove pointerup pointercancel ' +
  'gotpointercapture lostpointercapture mouseover mouseout mouseenter mouseleave mousedown mousemove mouseup ' +
  'click dblclick auxclick contextmenu wheel mousewheel DOMMouseScroll MozMousePixelScroll touchstart touchmove touchend touchcancel ' +
  'keydown keypress keyup beforeinput input textInput compositionstart compositionupdate compositionend ' +
  'focus blur focusin focusout selectstart selectionchange beforecopy beforecut beforepaste copy cut paste ' +
  'drag dragstart dragend dragenter dragleave dragover drop beforetoggle toggle command ' +
  'gesturestart gesturechange gestureend securitypolicyviolation';

/** The guard of this frame: the one that is there, or a new one. */
export function startGuard(): GuardHandle {
  const { aiGlossGuard: before } = globalThis;
  if (before?.protocol === 1) return before;
  before?.stop();

  const hear = (event: Event) => {
    if (guard.claim?.(event)) event.stopImmediatePropagation();
  };
  const each = (act: (type: string) => void) => EVENTS.split(' ').forEach(act);
  const guard: GuardHandle = {
    protocol: 1,
    claim: null,
    listen: () =>
      each((type) => {
        // Escape alone is ever cancelled; a listener that may cancel wheel or touch would hold up scrolling.
        window.addEventListener(type, hear, { capture: true, passive: type !== 'keydown' });
      }),
    stop: () => {
      each((type) => window.removeEventListener(type, hear, true));
      guard.claim = null;
      if (globalThis.aiGlossGuard === guard) globalThis.aiGlossGuard = undefined;
    },
  };
  guard.listen();
  globalThis.aiGlossGuard = guard;
  return guard;
}
