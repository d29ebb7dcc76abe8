/** Among more children than this we search by halves, since long lists run down the page; among fewer all are asked. */
const MANY = 64;

/**
 * Where reading begins so that what is in view comes first: the first element in view, inside of the one that fills
 * most of the view. Null when the page shows nothing. Asks boxes on the way down: a hit test costs
 * milliseconds on a page of thousands of blocks, and a first screen would need several.
 */
export function firstInView(document: Document): Element | null {
  const { body } = document;
  if (!body) return null;
  let at: Element | null = null;
  for (let kids = body.children; kids.length; kids = at!.children) {
    const next = kids.length > MANY ? search(kids) : choose(kids);
    if (!next) break;
    at = next;
    if (share(at) < 0.5) break;
  }
  // Boxes that do not hold what flows out of them lead nowhere; what is at the middle then has to do.
  return at ?? document.elementFromPoint(innerWidth / 2, innerHeight / 2);
}

/** The first child that fills half of the view, else the first in view. */
function choose(kids: HTMLCollection): Element | null {
  let first: Element | null = null;
  for (const kid of kids) {
    const part = share(kid);
    if (part >= 0.5) return kid;
    if (part > 0) first ??= kid;
  }
  return first;
}

/** The first child in view of a list that runs downwards. */
function search(kids: HTMLCollection): Element | null {
  let low = 0;
  let high = kids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    let at = middle;
    let box: DOMRect | null = null;
    // Scripts and hidden ones have no place.
    while (at < high && !(box = boxOf(kids[at]!))) at++;
    if (box && box.bottom <= 0) low = at + 1;
    else high = middle;
  }
  while (low < kids.length && !boxOf(kids[low]!)) low++;
  const found = kids[low];
  return found && share(found) > 0 ? found : null;
}

/** Which part of the view the element's box covers, 0–1. */
function share(element: Element): number {
  const box = boxOf(element);
  if (!box) return 0;
  const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
  const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
  return height > 0 && width > 0 ? (height * width) / (innerHeight * innerWidth) : 0;
}

function boxOf(element: Element): DOMRect | null {
  const box = element.getBoundingClientRect();
  return box.width && box.height ? box : null;
}

/** Where the element stands: above the view (or nowhere), in it, or below. */
export function placeInView(element: Element): 'above' | 'in' | 'below' {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= innerHeight ? 'below' : bottom > 0 ? 'in' : 'above';
}
