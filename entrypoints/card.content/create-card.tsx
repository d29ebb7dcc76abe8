import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Entry } from '../../glossary/types';
import type { CardEvent, CardHandle, CardOpen } from '../../messaging/card-handle';
import { startGuard } from '../../messaging/guard';
import { ask } from '../../messaging/page-extension';
import { CardFrame } from './CardFrame';
import { createClaim } from './claim';
import { createHost } from './host';
import { type Box, cardWidth, keepInside, type Placement, place } from './place';

const nothing = () => {};

const progress = {
  get: async (id: string) => (await ask('progress.get', { id })).explored,
  add: (id: string, question: number) => ask('progress.add', { id, question }),
};
const load = async (id: string) => (await ask('entry.get', { id })).entry;

/** What the reader sees of the page: less than the layout viewport when pinched. */
function viewport(): Box {
  const {
    offsetLeft: left = 0,
    offsetTop: top = 0,
    width,
    height,
  } = window.visualViewport ?? {
    width: document.documentElement.clientWidth,
    height: document.documentElement.clientHeight,
  };
  return { left, top, right: left + width, bottom: top + height };
}

/** The site as the switch names it. A frame does not know its top page's host. */
function siteName(): string {
  return window === window.top && location.hostname ? location.hostname : 'this site';
}

/** The card of this frame, closed. `version` is the extension's. */
export function createCard(version: string): CardHandle {
  const host = createHost();
  let open: CardOpen | null = null;
  let opening = 0;
  /** The entry that was drawn out of sight under the number of this opening. */
  let prepared: Entry | null = null;
  let pinned = false;
  let label = '';
  let placement: Placement | null = null;
  let watching = new AbortController();

  const tell = (event: CardEvent) => open?.onEvent(event);
  const claims = createClaim({
    host: host.element,
    root: host.root,
    isOpen: () => open !== null,
    onPointer: ({ inside, x, y }) => tell(inside ? { type: 'pointerenter' } : { type: 'pointerleave', x, y }),
    onFocus: (inside) => tell({ type: 'focus', inside }),
    onEscape: () => tell({ type: 'close', by: 'escape' }),
  });

  // A fault in drawing must not reach the page's console: the card closes.
  const onUncaughtError = () => tell({ type: 'close', by: 'gone' });
  const react = createRoot(host.mount, { onUncaughtError, onCaughtError: nothing, onRecoverableError: nothing });

  function draw({ entry, pageTermIds, reason, theme }: Omit<CardOpen, 'anchor' | 'trigger' | 'surface' | 'onEvent'>) {
    react.render(
      <CardFrame
        theme={theme}
        label={label}
        opening={opening}
        first={entry}
        pageTermIds={pageTermIds}
        reason={reason}
        load={load}
        progress={progress}
        site={{ name: siteName(), onOff: () => void ask('site.set', { on: false }).catch(nothing) }}
        pinned={pinned}
        onPin={(now) => {
          pinned = now;
          if (open) draw(open);
          tell({ type: 'pin', pinned });
        }}
        onClose={() => tell({ type: 'close', by: 'button' })}
        onEntry={(id, term) => {
          label = term;
          if (open) draw(open);
          tell({ type: 'entry', id });
        }}
      />,
    );
  }

  function begin(entry: Entry) {
    opening++;
    pinned = false;
    label = entry.term;
  }

  /** Puts the card beside its term. What the page says is asked before our host makes its layout stale. */
  function settle() {
    if (!open) return;
    const view = viewport();
    const lines = open.anchor.rects();
    host.setWidth(cardWidth(view));
    host.show(open.anchor.node);
    const height = host.fullHeight();
    placement = pinned && placement ? keepInside(placement, height, view) : place(lines, open.at, height, view);
    host.setPlacement(placement);
  }

  function watch() {
    watching.abort();
    watching = new AbortController();
    const { signal } = watching;
    window.addEventListener('resize', settle, { signal });
    window.visualViewport?.addEventListener('resize', settle, { signal });
    // Without a size the host is out of the page, out of the top layer, or in a dialog that was closed.
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.borderBoxSize[0]?.blockSize === 0) tell({ type: 'close', by: 'gone' });
    });
    observer.observe(host.element, { box: 'border-box' });
    signal.addEventListener('abort', () => observer.disconnect());
  }

  const handle: CardHandle = {
    version,
    get isOpen() {
      return open !== null;
    },
    get hasFocus() {
      return open !== null && host.root.activeElement !== null;
    },
    prepare(entry) {
      if (open || prepared === entry) return;
      begin(entry);
      prepared = entry;
      draw({ entry, pageTermIds: [], reason: '', theme: 'system' });
    },
    open(next) {
      open = next;
      if (prepared !== next.entry) begin(next.entry);
      prepared = null;
      placement = null;
      const guard = startGuard();
      guard.listen();
      guard.claim = claims.claim;
      flushSync(() => draw(next));
      settle();
      watch();
      if (next.trigger === 'keyboard') handle.focus();
    },
    close() {
      open = null;
      watching.abort();
      host.hide();
      claims.release();
    },
    rect() {
      if (!open) return null;
      const { left, top, width, height } = host.element.getBoundingClientRect();
      const below = placement?.side === 'below';
      return new DOMRect(left, below ? top - POINTER : top, width, height + POINTER);
    },
    focus() {
      host.mount.querySelector<HTMLElement>('.surface')?.focus({ preventScroll: true });
    },
    stop() {
      handle.close();
      react.unmount();
      if (globalThis.aiGlossGuard) globalThis.aiGlossGuard.claim = null;
      if (globalThis.aiGlossCard === handle) globalThis.aiGlossCard = undefined;
    },
  };
  return handle;
}

/** Height of the pointer between card and term, px. */
const POINTER = 8;
