/**
 * Focus that a card takes is lent by the page: the page hears of it neither when it goes nor when it comes back to
 * the same element, so that the focus trap of a modal library, or a field that acts when it is left, stays still.
 * Where it goes elsewhere instead, the element that lent it gets its `blur` and `focusout` then, late but once.
 */
export function createFocusLoan(host: Element, onFocus: (inside: boolean) => void) {
  let lender: EventTarget | null = null;

  const settle = (next: EventTarget | null) => {
    const element = lender;
    lender = null;
    if (!(element instanceof Element) || !element.isConnected) return;
    const init = { composed: true, relatedTarget: next };
    element.dispatchEvent(new FocusEvent('blur', init));
    element.dispatchEvent(new FocusEvent('focusout', { ...init, bubbles: true }));
  };

  return {
    claim(event: FocusEvent, inside: boolean): boolean {
      const { type, relatedTarget } = event;
      if (inside) {
        if (type === 'focus') onFocus(true);
        // When the whole window loses focus, the card keeps its place in it.
        else if (type === 'blur' && document.activeElement !== host) onFocus(false);
        return true;
      }
      const target = event.composedPath()[0] ?? null;
      if (type === 'blur' || type === 'focusout') {
        if (relatedTarget !== host) return false;
        lender = target;
        return true;
      }
      if (!lender || !(target instanceof Element)) return false;
      if (target !== lender) {
        settle(target);
        return false;
      }
      // `focus` comes before `focusin`.
      if (type === 'focusin') lender = null;
      return true;
    },
    /** After the card is gone: whoever closes it may put focus back in the same breath. */
    release(): void {
      if (lender) setTimeout(() => lender && settle(null));
    },
  };
}
