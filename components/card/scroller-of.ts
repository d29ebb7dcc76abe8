/** The box that scrolls around an element, within its own root; null where none does. */
export function scrollerOf(element: Element): Element | null {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  const root = element.getRootNode();
  // A shadow root ends the search: the page around a card is not ours to scroll.
  return root instanceof Document ? root.scrollingElement : null;
}
