/** Beyond so many changed places the whole root is read again instead. */
const MOST = 2_000;

/** What changed since it was last read: texts whose runs, and elements whose whole content, must be read again. */
export interface Dirt {
  note(records: readonly MutationRecord[]): void;
  add(place: Node): void;
  /** Grows with each `note`. */
  readonly epoch: number;
  readonly size: number;
  /** The next changed place; null when there is none. */
  take(): Text | Element | null;
  /** Nodes were removed since the last `takeRemoved`. */
  readonly removed: boolean;
  takeRemoved(): boolean;
  /** So much changed that the whole document must be read again. */
  readonly full: boolean;
  takeFull(): boolean;
  /** This element was made editable or ceased to be. */
  takeFence(element: Element): boolean;
}

/** Collects mutation records into places to read again, each once. */
export function createDirt(): Dirt {
  const places = new Set<Text | Element>();
  const fences = new Set<Element>();
  let removed = false;
  let full = false;
  let epoch = 0;

  const add = (node: Node) => {
    if (node.nodeType === 1 || node.nodeType === 3) places.add(node as Text | Element);
  };
  /** The text at the near edge of a neighbour of something removed: it may join another now. */
  const edge = (node: Node | null, side: 'firstChild' | 'lastChild') => {
    for (let at = node; at; at = at[side]) if (at.nodeType === 3) return add(at);
  };

  return {
    add,
    get epoch() {
      return epoch;
    },
    get size() {
      return places.size;
    },
    get removed() {
      return removed;
    },
    get full() {
      return full;
    },
    note(records) {
      epoch++;
      for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
        if (type === 'childList') {
          for (const node of addedNodes) add(node);
          if (!removedNodes.length) continue;
          removed = true;
          for (const node of removedNodes) if (!node.isConnected) places.delete(node as Text);
          edge(previousSibling, 'lastChild');
          edge(nextSibling, 'firstChild');
        } else {
          add(target);
          if (type === 'attributes') fences.add(target as Element);
        }
      }
      if (places.size <= MOST) return;
      places.clear();
      fences.clear();
      full = true;
    },
    take() {
      for (const place of places) {
        places.delete(place);
        return place;
      }
      return null;
    },
    takeRemoved() {
      const was = removed;
      removed = false;
      return was;
    },
    takeFull() {
      const was = full;
      full = false;
      return was;
    },
    takeFence: (element) => fences.delete(element),
  };
}
