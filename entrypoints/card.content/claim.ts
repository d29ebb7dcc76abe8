/**
 * Which events of a frame are the card's own. The guard asks for each, first of all listeners on the window, and
 * stops what is claimed. Only its way through the page is stopped: what the browser does by itself (focus, selection,
 * scrolling, a click from Enter, following a link) happens all the same.
 *
 * Whoever saw a press sees its release: a drag that began on the page may end over the card and still be the page's,
 * and the other way round. Events that the page makes up are never ours, so that no page can press our buttons.
 */
import { createFocusLoan } from './focus-loan';

export interface ClaimOptions {
  host: Element;
  root: ShadowRoot;
  isOpen(): boolean;
  onPointer(event: { inside: boolean; x: number; y: number }): void;
  onFocus(inside: boolean): void;
  onEscape(): void;
}

/** Types that belong to the press before them while a button is down or has just come up. */
const HELD = /move$|up$|cancel$|click$|menu$/;

export function createClaim({ host, root, isOpen, onPointer, onFocus, onEscape }: ClaimOptions) {
  const loan = createFocusLoan(host, onFocus);
  /** Keys whose press was ours, by `code`. */
  const keys = new Set<string>();
  let pressed: Element | 'page' = 'page';
  let over = false;

  const elementAt = ({ clientX, clientY }: MouseEvent) => root.elementFromPoint(clientX, clientY);

  function key(event: KeyboardEvent, inside: boolean): boolean {
    if (event.type === 'keyup') return keys.delete(event.code);
    if (event.type !== 'keydown') return inside;
    const again = event.repeat && keys.has(event.code);
    // While an input method composes, Escape is its own.
    const isEscape = event.key === 'Escape' && !event.isComposing && (isOpen() || again);
    if (!isEscape && !inside && !again) {
      keys.delete(event.code);
      return false;
    }
    keys.add(event.code);
    if (isEscape) {
      // A modal dialog of the page would close by the same key.
      event.preventDefault();
      if (isOpen()) onEscape();
    }
    return true;
  }

  function pointer(event: MouseEvent, inside: boolean): boolean {
    const { type } = event;
    if (type === 'pointerdown' || type === 'mousedown') pressed = (inside && elementAt(event)) || 'page';
    if (type === 'pointerover' || type === 'pointerout') {
      const enters = inside && type === 'pointerover';
      // A finger does not rest; its coming and going says nothing.
      if (inside && enters !== over && (event as PointerEvent).pointerType !== 'touch') {
        over = enters;
        onPointer({ inside: over, x: event.clientX, y: event.clientY });
      }
    }
    const byKey = type === 'click' && event.detail === 0;
    const held = HELD.test(type) && !byKey && (event.buttons > 0 || !type.endsWith('move')) && !/menu$/.test(type);
    const ours = held ? pressed !== 'page' : inside;
    if (ours && inside && type === 'click') click(event, byKey ? root.activeElement : sharedWith(elementAt(event)));
    return ours;
  }

  /** The element that a click belongs to: the nearest around both the press and the release. */
  function sharedWith(released: Element | null): Element | null {
    let at = released;
    while (at && pressed !== 'page' && !at.contains(pressed)) at = at.parentElement;
    return at;
  }

  /** The click once more, inside the shadow root alone: React listens there. */
  function click(event: MouseEvent, target: Element | null): void {
    const { detail, button, ctrlKey, shiftKey, altKey, metaKey } = event;
    const init = { bubbles: true, cancelable: true, detail, button, ctrlKey, shiftKey, altKey, metaKey };
    target?.dispatchEvent(new MouseEvent('click', init));
  }

  // The browser follows a link by the real click; the copy must not do so again.
  root.addEventListener('click', (event) => {
    if (!event.isTrusted) event.preventDefault();
  });

  return {
    claim(event: Event): boolean {
      if (!event.isTrusted) return false;
      // Inside a shadow root of the page's, the window sees that root's host as the target.
      const inside = (event.target === host || event.composedPath()[0] === host) && host.isConnected;
      if (event.type.startsWith('key')) return key(event as KeyboardEvent, inside);
      if (/^focus|^blur/.test(event.type)) return loan.claim(event as FocusEvent, inside);
      if (/^pointer|^mouse|click$|menu$/.test(event.type)) return pointer(event as MouseEvent, inside);
      // The selection is the document's; while the card is pressed it changes in the card.
      if (event.type === 'selectionchange') return isOpen() && pressed !== 'page';
      return inside;
    },
    /** The card was closed: what it borrowed goes back. */
    release(): void {
      over = false;
      pressed = 'page';
      loan.release();
    },
  };
}
