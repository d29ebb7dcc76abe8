import { createResume } from '../text/resume';

/** So many not yet upgraded elements are looked at again; more would be a page of placeholders. */
const MOST_LATE = 500;

export interface Hosts {
  /** Known open roots that are still in the document. */
  roots(): ShadowRoot[];
  /** Looks through a subtree, its root included, in steps; yields the size of each. */
  search(root: Element | Document | ShadowRoot): Iterable<number>;
  /** Looks again at elements that had no root yet when met. True while there are any. */
  late(): boolean;
}

/** Finds open shadow roots; pages tell nobody when they attach one. */
export function createHosts(onRoot: (root: ShadowRoot) => void): Hosts {
  const known = new Set<ShadowRoot>();
  let waiting: Element[] = [];

  const look = (element: Element): boolean => {
    const root = element.shadowRoot;
    if (!root) return false;
    if (!known.has(root)) {
      known.add(root);
      onRoot(root);
    }
    return true;
  };

  return {
    roots() {
      for (const root of known) if (!root.host.isConnected) known.delete(root);
      return [...known];
    },
    *search(root) {
      const page = root.nodeType === 9 ? (root as Document) : root.ownerDocument!;
      const walker = page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
      const resume = createResume(walker, root);
      let node: Node | null = root.nodeType === 1 ? root : walker.nextNode();
      for (let count = 1; node; count++) {
        const element = node as Element;
        if (!look(element) && element.localName.includes('-') && waiting.length < MOST_LATE) waiting.push(element);
        node = walker.nextNode();
        if (node && count % 64 === 0) {
          resume.keep(node);
          yield 512;
          node = resume.check(node);
        }
      }
    },
    late() {
      waiting = waiting.filter((element) => element.isConnected && !look(element));
      return waiting.length > 0;
    },
  };
}
