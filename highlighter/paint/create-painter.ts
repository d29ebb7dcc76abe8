import { compareMentions, type Mention, surfaceOf } from '../mentions/mention';
import { nearView } from './near-view';
import { createHighlight } from './registry';
import { ACTIVE, MARK } from './rules';
import { createShadowSheets } from './shadow-sheets';

/** Chromium charges every registered range on each frame in which anything changes: 50 cost 2 ms, 400 cost 5. */
const CAP = 50;
/** How far beyond the viewport marks are kept ready for scrolling. */
const MARGIN = '25%';

export interface PainterOptions {
  document: Document;
  signal: AbortSignal;
  rectsOf(mention: Mention): DOMRect[];
  /** A hidden candidate's box came near the view. */
  onNear(mention: Mention): void;
  /** Wraps work that the browser starts, so that its time is counted and its faults are caught. */
  task(work: () => void): void;
}

export interface Painter {
  /** Takes a mention in: painted while `chosen` and near the view. `near` = do not wait for the browser to say so. */
  add(mention: Mention, near: boolean): void;
  remove(mention: Mention): void;
  /** Brings what is registered in line with what should be. */
  flush(): void;
  /** The mentions that are registered now. */
  readonly painted: ReadonlySet<Mention>;
  setActive(mention: Mention | null): void;
}

/** Paints chosen mentions near the viewport with the CSS Custom Highlight API; the page's nodes are only read. */
export function createPainter({ document, signal, rectsOf, onNear, task }: PainterOptions): Painter {
  const marks = createHighlight(MARK, 0, signal);
  const active = createHighlight(ACTIVE, 1, signal);
  const sheets = createShadowSheets(signal);
  const boxes = new Map<Mention, Element>();
  const byBox = new Map<Element, Set<Mention>>();
  const near = new Set<Element>();
  const painted = new Set<Mention>();
  let activeRange: StaticRange | null = null;
  let trimmed: AbortController | null = null;

  const observer = new IntersectionObserver(
    (entries) =>
      task(() => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) near.delete(target);
          else if (byBox.has(target)) {
            near.add(target);
            for (const mention of [...byBox.get(target)!]) if (!mention.chosen) onNear(mention);
          }
        }
        flush();
      }),
    // scrollMargin does for scrolling panes what rootMargin does for the page; unknown names are ignored.
    { rootMargin: MARGIN, scrollMargin: MARGIN } as IntersectionObserverInit,
  );
  signal.addEventListener('abort', () => {
    observer.disconnect();
    trimmed?.abort();
    for (const mention of painted) mention.range = null;
    painted.clear();
    boxes.clear();
    byBox.clear();
    near.clear();
  });

  const unregister = (mention: Mention) => {
    if (!mention.range) return;
    marks.delete(mention.range);
    mention.range = null;
    painted.delete(mention);
  };
  const register = (mention: Mention) => {
    const range = rangeOf(mention);
    const root = mention.nodes[0]!.getRootNode();
    if (root !== document) sheets.ensure(root as ShadowRoot);
    mention.range = range;
    mention.seen = true;
    mention.words = surfaceOf(mention);
    painted.add(mention);
    marks.add(range);
  };

  function flush() {
    if (signal.aborted) return;
    marks.recheck();
    active.recheck();
    sheets.recheck();
    let wanted: Mention[] = [];
    for (const box of near) for (const mention of byBox.get(box) ?? []) if (mention.chosen) wanted.push(mention);
    const over = wanted.length > CAP;
    if (over) wanted = nearView(wanted.sort(compareMentions), boundsOf, viewOf(document), CAP);
    watchScrolling(over);
    const keep = new Set(wanted);
    for (const mention of painted) if (!keep.has(mention)) unregister(mention);
    for (const mention of wanted) if (!mention.range) register(mention);
  }

  function boundsOf(mention: Mention) {
    const rects = rectsOf(mention);
    return rects[0] ?? { left: 0, top: 1e9, right: 0, bottom: 1e9 };
  }

  /** While the cap trims, scrolling within the boxes changes what is in view; otherwise the observer suffices. */
  function watchScrolling(on: boolean) {
    if (!on) {
      trimmed?.abort();
      trimmed = null;
    } else if (!trimmed) {
      trimmed = new AbortController();
      let asked = false;
      const again = () => {
        if (asked) return;
        asked = true;
        requestAnimationFrame(() => {
          asked = false;
          if (trimmed) task(flush);
        });
      };
      const options = { capture: true, passive: true, signal: trimmed.signal };
      document.addEventListener('scroll', again, options);
      window.addEventListener('resize', again, options);
    }
  }

  return {
    painted,
    flush,
    add(mention, isNear) {
      if (boxes.has(mention)) return;
      const box = mention.box ?? mention.block;
      boxes.set(mention, box);
      let mentions = byBox.get(box);
      if (!mentions) {
        byBox.set(box, (mentions = new Set()));
        observer.observe(box);
      }
      mentions.add(mention);
      if (isNear) near.add(box);
    },
    remove(mention) {
      unregister(mention);
      const box = boxes.get(mention);
      if (!box) return;
      boxes.delete(mention);
      const mentions = byBox.get(box)!;
      mentions.delete(mention);
      if (mentions.size) return;
      byBox.delete(box);
      near.delete(box);
      observer.unobserve(box);
    },
    setActive(mention) {
      if (activeRange) active.delete(activeRange);
      activeRange = mention && rangeOf(mention);
      if (!activeRange) return;
      const root = mention!.nodes[0]!.getRootNode();
      if (root !== document) sheets.ensure(root as ShadowRoot);
      active.add(activeRange);
      active.recheck();
    },
  };
}

function rangeOf({ nodes, from, to }: Mention): StaticRange {
  return new StaticRange({
    startContainer: nodes[0]!,
    startOffset: from,
    endContainer: nodes[nodes.length - 1]!,
    endOffset: to,
  });
}

function viewOf(document: Document) {
  const { clientWidth, clientHeight } = document.documentElement;
  return { width: clientWidth || innerWidth, height: innerHeight || clientHeight };
}
