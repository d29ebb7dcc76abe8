import { compareNodes } from '../mentions/mention';

/** Where we look for text, in shares of the viewport: three columns, nine rows. */
const COLUMNS = [0.5, 0.25, 0.75];
const ROWS = [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.98];

/**
 * The first and last text of the document that is in view, in document order; null when no text is.
 * Asks carets, not elements: in the gaps between blocks an element would be the whole article.
 */
export function textInView(document: Document): { first: Text; last: Text } | null {
  const width = innerWidth;
  const height = innerHeight;
  const found = new Set<Text>();
  for (const row of ROWS) {
    for (const column of COLUMNS) {
      const node = document.caretPositionFromPoint?.(width * column, height * row)?.offsetNode;
      if (node?.nodeType === 3) found.add(node as Text);
    }
  }
  // The caret snaps to the nearest text, which may be out of sight.
  const seen = [...found].filter((text) => text.parentElement && inView(text.parentElement));
  seen.sort(compareNodes);
  return seen.length ? { first: seen[0]!, last: seen.at(-1)! } : null;
}

/** True when part of the element is in the viewport. */
export function inView(element: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
}
