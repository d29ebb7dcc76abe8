/**
 * The box in which the entry in view scrolls: its own body (in the card), else one around it, within its own root;
 * null where none does.
 */
export function scrollerOf(view: Element): Element | null {
  const body = view.querySelector(':scope > :not([hidden]) .entry-body');
  for (let at: Element | null = body ?? view; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  const root = view.getRootNode();
  // A shadow root ends the search: the page around a card is not ours to scroll.
  return root instanceof Document ? root.scrollingElement : null;
}
