import { type ElementKind, elementKinds, FENCED, OWN_PREFIX } from './element-rules';

/** What reading needs to know of the text directly inside an element. */
export interface ElementInfo {
  block: Element;
  /** Nearest sectioning ancestor, or itself. */
  sect: Element;
  heading: Element | null;
  /** The outermost element that fences this text off; null when it may be read. */
  skip: Element | null;
  /** Raised text, such as a footnote's number, that never joins the word before it. */
  raised: boolean;
  /** Holds a break, rule or picture: null until asked. */
  breaks: boolean | null;
}

export interface ElementMemo {
  /** `parent` is the parent of a text node: an element, or a shadow root, which answers for its host. */
  of(parent: Node): ElementInfo;
}

/**
 * Remembers what each element means while one scan lasts. Every element is asked at most once, and
 * inline elements share the object of their block. Let go of it afterwards: pages change.
 */
export function createElementMemo(): ElementMemo {
  const infos = new Map<Node, ElementInfo>();
  const kinds = elementKinds();

  const make = (node: Node): ElementInfo => {
    if (node.nodeType !== 1) {
      const host = (node as ShadowRoot).host;
      if (!host) return blank((node as Document).documentElement ?? (node as unknown as Element));
      const outer = of(host);
      return { ...blank(host), skip: outer.skip };
    }
    const element = node as Element;
    const parent = element.parentNode;
    const outer = parent ? of(parent) : blank(element);
    if (outer.skip) return outer;
    const name = element.localName;
    const kind = kinds.get(name);
    if (kind === 'skip' || name.startsWith(OWN_PREFIX) || (element.hasAttributes() && element.matches(FENCED))) {
      return { ...outer, skip: element, block: isInline(kind, name) ? outer.block : element, breaks: null };
    }
    if (kind === 'inline') return name === 'sup' ? { ...outer, raised: true } : outer;
    return {
      block: element,
      sect: kind === 'section' ? element : outer.sect,
      heading: kind === 'heading' ? element : kind === 'section' ? null : outer.heading,
      skip: null,
      raised: false,
      breaks: null,
    };
  };

  const of = (node: Node): ElementInfo => {
    let info = infos.get(node);
    if (!info) infos.set(node, (info = make(node)));
    return info;
  };
  return { of };
}

/** Fenced-off things that stand within a line: text goes on behind them. */
const FENCED_INLINE = /^(code|kbd|samp|var|tt|math|svg|button|input|select|mjx-container|canvas|object)$/;
const isInline = (kind: ElementKind | undefined, name: string) => kind === 'inline' || FENCED_INLINE.test(name);

const blank = (element: Element): ElementInfo => ({
  block: element,
  sect: element,
  heading: null,
  skip: null,
  raised: false,
  breaks: null,
});
