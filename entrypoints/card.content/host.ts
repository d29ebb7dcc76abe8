import entryStyle from '../../components/card/entry-card.css?inline';
import tokens from '../../components/tokens.css?inline';
import hostStyle from './host.css?inline';
import type { Placement } from './place';

export interface CardHost {
  element: HTMLElement;
  root: ShadowRoot;
  /** React's container in the shadow root. */
  mount: HTMLElement;
  /** Puts the host into the page, into the top layer. */
  show(term: Node): void;
  hide(): void;
  setWidth(width: number): void;
  /** Height without any limit. */
  fullHeight(): number;
  setPlacement(placement: Placement): void;
}

/**
 * The element of ours that an open card adds to the page: a popover, with a closed shadow root. Its place is written
 * into a style sheet of that root: no attribute for the page's policy to bar, or for a dark-mode extension to rewrite.
 */
export function createHost(): CardHost {
  const element = document.createElement('ai-gloss-card');
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${tokens}${entryStyle}${hostStyle}`);
  const placing = new CSSStyleSheet();
  placing.replaceSync(':host {}');
  const { style } = placing.cssRules[0] as CSSStyleRule;
  root.adoptedStyleSheets = [sheet, placing];
  const mount = document.createElement('div');
  root.append(mount);

  const set = (name: string, value: string) => style.setProperty(name, value, 'important');

  return {
    element,
    root,
    mount,
    show(term) {
      const home = homeOf(term);
      if (element.parentNode !== home) {
        home.append(element);
        // A zoom of the page's own would scale our px, and its boxes are measured without it.
        const { currentCSSZoom = 1 } = home as Element & { currentCSSZoom?: number };
        set('zoom', `${1 / currentCSSZoom}`);
      }
      if (!element.matches(':popover-open')) element.showPopover();
    },
    hide: () => element.remove(),
    setWidth: (width) => set('width', `${width}px`),
    fullHeight() {
      set('--max-height', 'none');
      return element.offsetHeight;
    },
    setPlacement({ left, y, side, maxHeight, arrow }) {
      set('left', `${onPixel(left)}px`);
      set('top', `${onPixel(y)}px`);
      set('--max-height', `${onPixel(maxHeight)}px`);
      set('--arrow', `${arrow}px`);
      mount.dataset.side = arrow === null ? 'none' : side;
      // A card above grows upwards, away from its term.
      set('translate', side === 'above' ? '0 -100%' : 'none');
    },
  };
}

/** The next whole pixel of the screen: between two, text that has scrolled out would show at the card's edge. */
function onPixel(length: number): number {
  return Math.floor(length * devicePixelRatio) / devicePixelRatio;
}

/**
 * Where the host must stand for the term in `node`: outside of a modal dialog or full-screen element it would be
 * inert, and outside of the page's own popover a click in the card would close that.
 */
function homeOf(node: Node): Element {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    if (at instanceof Element && at.matches(':modal, :popover-open')) return at;
  }
  return document.documentElement;
}
