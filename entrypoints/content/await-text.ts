/** Frames inside a page that stay without text after so many changes are left alone: they draw, count or track. */
const MOST_LOOKS = 200;

/** Calls `then` when the document has text that a reader could read: at once, or after a change. */
export function awaitText(document: Document, signal: AbortSignal, then: () => void): void {
  if (hasText(document)) {
    then();
    return;
  }
  let looks = 0;
  const observer = new MutationObserver(() => {
    const found = hasText(document);
    if (found || (++looks >= MOST_LOOKS && window !== window.top)) observer.disconnect();
    if (found && !signal.aborted) then();
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Two words in a row outside scripts and styles, or four letters of a script without spaces. */
function hasText(document: Document): boolean {
  if (!document.body) return false;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (
      /\S\s+\S|[^\0-\u02ff]{4}/.test((text as Text).data) &&
      !/^(script|style|noscript|template)$/.test(text.parentElement?.localName ?? '')
    ) {
      return true;
    }
  }
  // Components may hold it all.
  return document.querySelector(':not(:defined)') !== null || [...document.body.children].some((e) => e.shadowRoot);
}
