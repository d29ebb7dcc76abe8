/**
 * Keeps a walk's place while the page may change. A TreeWalker whose current node was removed walks
 * on in the removed piece and then ends, which would silently leave the rest of the page unread.
 */
export function createResume(walker: TreeWalker, root: Node) {
  let chain: { node: Node; next: Node | null }[] | null = null;

  return {
    keep(pending: Node | null) {
      chain = [];
      for (let node = pending; node && node !== root; node = node.parentNode) {
        chain.push({ node, next: node.nextSibling });
      }
    },
    /** The pending node, or where to go on when it is gone; null at the end. */
    check<N extends Node>(pending: N): N | null {
      if (!chain) return pending;
      const kept = chain;
      chain = null;
      if (root.contains(pending)) return pending;
      for (let i = 0; i < kept.length; i++) {
        // The outermost removed node: its former parent, the next link, still stands.
        const parent = i + 1 < kept.length ? kept[i + 1]!.node : root;
        if (parent !== root && !root.contains(parent)) continue;
        const { next } = kept[i]!;
        if (next === null) {
          // It was the last child: go on behind the parent's end.
          let end: Node = parent;
          while (end.lastChild) end = end.lastChild;
          walker.currentNode = end;
          return walker.nextNode() as N | null;
        }
        if (next.parentNode === parent) {
          walker.currentNode = next;
          return (1 << (next.nodeType - 1)) & walker.whatToShow ? (next as N) : (walker.nextNode() as N | null);
        }
        // Its neighbour went too: read the parent again rather than miss what is left of it.
        walker.currentNode = parent;
        return walker.nextNode() as N | null;
      }
      return null;
    },
  };
}
