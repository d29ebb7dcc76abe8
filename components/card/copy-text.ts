/**
 * Puts text on the clipboard; false when the browser refuses. `near` is an element of ours: the fallback selects
 * inside the same root, so that the page around a card hears no `copy`.
 */
export async function copyText(text: string, near: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard on http pages, and none where the page's permissions policy bars it.
    return copyBySelection(text, near);
  }
}

function copyBySelection(text: string, near: Element): boolean {
  const root = near.getRootNode() as Document | ShadowRoot;
  const before = root.activeElement;
  const area = document.createElement('textarea');
  area.className = 'entry-unseen';
  area.readOnly = true;
  area.value = text;
  (near.parentElement ?? near).append(area);
  try {
    area.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
