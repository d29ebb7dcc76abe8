import { compareMentions, lettersOf, type Mention } from '../mentions/mention';
import { type Edges, nearView } from './near-view';
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
  boundsOf(mention: Mention): Edges | null;
  /** Can the reader see this text? Asked before it is painted the first time. */
  isVisible(mention: Mention): boolean;
  /** A chosen one is hidden. */
  onHidden(mention: Mention): void;
  /** The box of a hidden one came near the view. */
  onNear(mention: Mention): void;
  /** Takes steps with room for the page between them, see watch/create-pace. */
  slices(steps: Iterable<number>, onPause: () => void, idle: boolean): void;
  /** Wraps work that the browser starts, so that its time is counted and its faults are caught. */
  task(work: () => void): void;
}

export interface Painter {
  /** Its `chosen` or `hidden` changed: painted while chosen and near the view. `near` = do not wait for the browser to say so. */
  update(mention: Mention, near: boolean): void;
  /** Brings what is registered in line with what should be. */
  flush(): void;
  /** Looks whether chosen mentions far from the view are hidden. */
  checkAll(): void;
  /** The mentions that are registered now. */
  readonly painted: ReadonlySet<Mention>;
  setActive(mention: Mention | null): void;
}

/** Paints chosen mentions near the viewport with the CSS Custom Highlight API; the page's nodes are only read. */
export function createPainter(options: PainterOptions): Painter {
  const { document, signal, task } = options;
  const marks = createHighlight(MARK, 0, signal);
  const active = createHighlight(ACTIVE, 1, signal);
  const sheets = createShadowSheets(signal);
  const boxes = new Map<Mention, Element>();
  const byBox = new Map<Element, Set<Mention>>();
  const near = new Set<Element>();
  const painted = new Set<Mention>();
  let activeRange: StaticRange | null = null;
  let trimmed: AbortController | null = null;
  /** Something near the view changed since the last flush. */
  let stale = false;

  /** Reports of boxes away from the view, of which a long page has thousands at once. */
  let away: IntersectionObserverEntry[] = [];
  let looking = false;

  const observer = new IntersectionObserver(
    (entries) =>
      task(() => {
        for (const entry of entries) {
          const { target, isIntersecting } = entry;
          const mentions = byBox.get(target);
          if (!mentions) continue;
          if (isIntersecting) {
            stale ||= !near.has(target);
            near.add(target);
            for (const mention of [...mentions]) if (mention.hidden) options.onNear(mention);
          } else {
            if (near.delete(target)) stale = true;
            away.push(entry);
          }
        }
        flush();
        if (away.length && !looking) options.slices(unrendered(), flush, true);
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
    away = [];
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
    mention.words = lettersOf(mention);
    painted.add(mention);
    marks.add(range);
  };

  function check(mention: Mention) {
    if (mention.checked) return;
    mention.checked = options.isVisible(mention);
    if (!mention.checked) options.onHidden(mention);
  }

  /** What is not rendered at all: no mark of it must stand in another's way. */
  function* unrendered(): Generator<number> {
    looking = true;
    while (away.length) {
      const entries = away;
      away = [];
      for (const { target, boundingClientRect: box } of entries) {
        if (!box.width && !box.height)
          for (const mention of [...(byBox.get(target) ?? [])]) if (mention.chosen) check(mention);
        yield 128;
      }
    }
    looking = false;
  }

  function flush() {
    if (signal.aborted) return;
    marks.recheck();
    active.recheck();
    sheets.recheck();
    if (!stale) return;
    // A hidden one makes way for another, which may be near too.
    for (let round = 0; stale && round < 9; round++) {
      stale = false;
      for (const box of [...near])
        for (const mention of [...(byBox.get(box) ?? [])]) if (mention.chosen) check(mention);
    }
    let wanted: Mention[] = [];
    for (const box of near) for (const mention of byBox.get(box) ?? []) if (mention.chosen) wanted.push(mention);
    const over = wanted.length > CAP;
    if (over) wanted = nearView(wanted.sort(compareMentions), boundsOf, viewOf(document), CAP);
    watchScrolling(over);
    const keep = new Set(wanted);
    for (const mention of painted) if (!keep.has(mention)) unregister(mention);
    for (const mention of wanted) if (!mention.range) register(mention);
  }

  const boundsOf = (mention: Mention): Edges => options.boundsOf(mention) ?? NOWHERE;

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
          stale = true;
          if (trimmed) task(flush);
        });
      };
      const options = { capture: true, passive: true, signal: trimmed.signal };
      document.addEventListener('scroll', again, options);
      window.addEventListener('resize', again, options);
    }
  }

  function add(mention: Mention, isNear: boolean) {
    let box = boxes.get(mention);
    if (!box) {
      boxes.set(mention, (box = mention.box ?? mention.block));
      const mentions = byBox.get(box);
      if (mentions) mentions.add(mention);
      else {
        byBox.set(box, new Set([mention]));
        observer.observe(box);
      }
    }
    if (isNear) near.add(box);
    stale ||= near.has(box);
  }

  function remove(mention: Mention) {
    unregister(mention);
    const box = boxes.get(mention);
    if (!box) return;
    stale ||= near.has(box);
    boxes.delete(mention);
    const mentions = byBox.get(box)!;
    mentions.delete(mention);
    if (mentions.size) return;
    byBox.delete(box);
    near.delete(box);
    observer.unobserve(box);
  }

  return {
    painted,
    flush,
    checkAll() {
      for (const mention of boxes.keys()) if (mention.chosen) check(mention);
      flush();
    },
    update(mention, isNear) {
      if (mention.chosen || mention.hidden) add(mention, isNear);
      else remove(mention);
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

const NOWHERE: Edges = { left: 0, top: 1e9, right: 0, bottom: 1e9 };

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
