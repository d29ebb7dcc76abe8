import type { Run } from '../types';
import { createElementMemo, type ElementInfo, type ElementMemo } from './element-memo';
import { joint, OBJECT } from './joint';
import { createResume } from './resume';
import { findOpener } from './section';

export interface RunWalker {
  /** The next run that holds any text, in document order; null at the end. */
  next(): Run | null;
  /**
   * Call before giving up the thread: the walk then goes on although the page removes nodes
   * meanwhile. Where it cannot tell the place any more it may return a run again.
   */
  pause(): void;
}

/**
 * A run ends at the next space between nodes once it is this long (UTF-16 units), so that one slice
 * of work stays short on pages that are a single block.
 */
export const LONG_RUN = 16_384;

/**
 * Reads the text below `root` as runs: consecutive text nodes of one block, without what is fenced
 * off. Starts at `from` (a text node, or the start of an element) or else at the beginning. Open
 * shadow roots are not entered: walk each with its own walker.
 */
export function createRunWalker(
  root: Document | ShadowRoot | Element,
  from: Node | null = null,
  memo: ElementMemo = createElementMemo(),
): RunWalker {
  const page = root.nodeType === 9 ? (root as Document) : root.ownerDocument!;
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const openers = new Map<Element, Element>();
  const resume = createResume(walker, root);
  let pending: Text | null;
  if (page.designMode === 'on') pending = null;
  else if (from && from.nodeType === 3) pending = walker.currentNode = from as Text;
  else {
    if (from) walker.currentNode = from;
    pending = walker.nextNode() as Text | null;
  }
  let skipped: Element | null = null;
  let lastSect: Element | null = null;
  let lastOpener: Element | null = null;

  /** Leaves a fenced-off element in one step once it proves to hold more than one text node. */
  const stepOver = (fence: Element): Text | null => {
    if (fence !== skipped) {
      skipped = fence;
    } else {
      let last: Node = fence;
      while (last.lastChild) last = last.lastChild;
      walker.currentNode = last;
    }
    return walker.nextNode() as Text | null;
  };

  const sectionOf = (info: ElementInfo, text: Text): Element => {
    const { sect, heading } = info;
    if (heading) {
      openers.set(sect, heading);
      lastSect = sect;
      return (lastOpener = heading);
    }
    if (sect === lastSect) return lastOpener!;
    let opener = openers.get(sect);
    if (!opener) {
      // A walk that started inside this section has not seen what opened it.
      opener = from && (sect === root || sect.contains(from)) && sect !== from ? findOpener(text, sect, memo) : sect;
      openers.set(sect, opener);
    }
    lastSect = sect;
    return (lastOpener = opener);
  };

  return {
    next() {
      if (pending) pending = resume.check(pending);
      for (let node = pending; node; ) {
        let text = node.data;
        if (isBlank(text)) {
          node = walker.nextNode() as Text | null;
          continue;
        }
        const parent = node.parentNode!;
        const info = memo.of(parent);
        if (info.skip) {
          node = stepOver(info.skip);
          continue;
        }
        const { block } = info;
        const section = sectionOf(info, node);
        const nodes = [node];
        const starts = [0];
        let last: Text = node;
        let lastParent = parent;
        let lastInfo = info;
        let gap = '';
        for (node = walker.nextNode() as Text | null; node; ) {
          const up: ParentNode = node.parentNode!;
          const here = up === lastParent ? lastInfo : memo.of(up);
          if (here.block !== block && !here.skip) {
            if (!isBlank(node.data)) break;
            gap ||= ' ';
            node = walker.nextNode() as Text | null;
            continue;
          }
          if (here.skip) {
            if (here.block !== block) break;
            gap = OBJECT;
            node = stepOver(here.skip);
            continue;
          }
          const { data } = node;
          if (isBlank(data)) gap ||= ' ';
          else {
            let between = info.breaks === false ? gap : joint(last, node, info, gap);
            if (here.raised !== lastInfo.raised) between ||= OBJECT;
            if (between && text.length > LONG_RUN) break;
            text += between;
            starts.push(text.length);
            nodes.push(node);
            text += data;
            gap = '';
            last = node;
            lastParent = up;
            lastInfo = here;
          }
          node = walker.nextNode() as Text | null;
        }
        pending = node;
        return { block, section, nodes, starts, text };
      }
      pending = null;
      return null;
    },
    pause: () => resume.keep(pending),
  };
}

/** ASCII white space only: half of a page's text nodes are the source's line ends between elements. */
function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 32) return false;
  return true;
}
