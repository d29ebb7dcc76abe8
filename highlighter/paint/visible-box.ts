import type { Mention } from '../mentions/mention';

const OPTIONS = { visibilityProperty: true } as CheckVisibilityOptions;

/**
 * The element whose box stands for a mention's: its block, or what is around a block without a box of its own
 * (`display: contents`). Null when the reader could not see the text wherever it was scrolled to: hidden,
 * folded away, or kept for screen readers in a box of one pixel. Costs style, so ask for candidates only.
 */
export function visibleBox({ nodes, block }: Pick<Mention, 'nodes' | 'block'>): Element | null {
  const parent = nodes[0]!.parentNode as Node;
  const own = shown(parent.nodeType === 1 ? (parent as Element) : (parent as ShadowRoot).host);
  if (!own || !hasRoom(own)) return null;
  const box = block.checkVisibility(OPTIONS) ? block : own;
  return box === own || hasRoom(box) ? box : null;
}

function hasRoom(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

function shown(element: Element): Element | null {
  for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at)) {
    if (at.checkVisibility(OPTIONS)) return at;
    if (getComputedStyle(at).display !== 'contents') return null;
  }
  return null;
}

const hostOf = (element: Element): Element | null => (element.getRootNode() as ShadowRoot).host ?? null;
