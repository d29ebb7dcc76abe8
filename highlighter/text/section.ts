import { createElementMemo, type ElementMemo } from './element-memo';

/** The heading that last stood before `text` within `sect`, or `sect` itself. */
export function findOpener(text: Node, sect: Element, memo: ElementMemo): Element {
  const walker = text.ownerDocument!.createTreeWalker(treeOf(text, sect), NodeFilter.SHOW_TEXT);
  walker.currentNode = text;
  for (let node = walker.previousNode(); node; node = walker.previousNode()) {
    const info = memo.of(node.parentNode!);
    if (info.skip) walker.currentNode = info.skip;
    else if (info.sect !== sect) {
      // Inside another section that stands within this one: leave it in one step.
      if (info.sect.contains(sect)) return sect;
      walker.currentNode = info.sect;
    } else if (info.heading && /\S/.test((node as Text).data)) return info.heading;
  }
  return sect;
}

/** Text directly in a shadow root has its host as section, but is not below it in the tree. */
function treeOf(text: Node, sect: Element): Node {
  return sect.contains(text) ? sect : (sect.shadowRoot ?? text.getRootNode());
}

/** Text of the heading that opened a section (see Run.section), at most 300 UTF-16 units; '' when a container did. */
export const headingOf = (section: Element): string =>
  /^h\d$/.test(section.localName) ? (section.textContent ?? '').slice(0, 300) : '';

/** The element that opened the section in which a text node or element stands (see Run.section). */
export function sectionOf(node: Node, memo: ElementMemo = createElementMemo()): Element {
  const parent = node.nodeType === 3 ? node.parentNode! : node;
  const info = memo.of(parent);
  return info.heading ?? findOpener(node, info.sect, memo);
}

/**
 * Where a walk must start so that the section around `node` is read from its start: pass it as `from`.
 * Null when that is the root's own beginning.
 */
export function sectionStart(node: Node, root: Document | ShadowRoot | Element, memo?: ElementMemo): Node | null {
  const opener = sectionOf(node, memo);
  return opener !== root && root.contains(opener) ? opener : null;
}
