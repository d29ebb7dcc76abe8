/** Elements that no shadow root can be attached to, but are most of a page: passed over natively. */
const NEVER =
  'a,abbr,b,button,br,code,dd,dl,dt,em,figure,figcaption,form,hr,i,iframe,img,input,label,li,link,meta,ol,option,path,picture,pre,script,select,small,source,strong,style,sub,sup,svg,g,circle,rect,use,table,tbody,td,textarea,tfoot,th,thead,time,tr,ul,video';
const HOSTS = `:not(${NEVER})`;
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
      const found: ArrayLike<Element> = root.querySelectorAll(HOSTS);
      for (let at = root.nodeType === 1 ? -1 : 0; at < found.length; at++) {
        const element = at < 0 ? (root as Element) : found[at]!;
        if (!look(element) && element.localName.includes('-') && waiting.length < MOST_LATE) waiting.push(element);
        if (at % 128 === 127) yield 2_048;
      }
    },
    late() {
      waiting = waiting.filter((element) => element.isConnected && !look(element));
      return waiting.length > 0;
    },
  };
}
