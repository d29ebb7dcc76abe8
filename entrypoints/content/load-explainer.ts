import type { Explainer, PageEngine } from '../../highlighter/page-engine';
import { ask } from '../../messaging/page-extension';

/** A pointer that stays on a mark so long is not just passing: load for it. Well within the shortest dwell. */
const SETTLE_MS = 40;

/**
 * Watches for the first rest or tap on a mark, and has the explain script loaded then. The returned function loads
 * it for another reason: null when it cannot be had, such as after an update.
 */
export function createExplainLoader(engine: PageEngine): () => Promise<Explainer | null> {
  const { highlighter, signal, safely } = engine;
  const loaded = new AbortController();
  const until = AbortSignal.any([signal, loaded.signal]);
  let loading: Promise<Explainer | null> | null = null;
  let x = 0;
  let y = 0;
  let arrived = 0;
  let touched = false;

  const load = () => {
    loading ??= ask('explain.load', { card: !globalThis.aiGlossCard }).then(
      () => {
        loaded.abort();
        return engine.explainer;
      },
      () => (loading = null),
    );
    return loading;
  };
  const look = () => {
    const here = !until.aborted && highlighter.mentionAt(x, y);
    if (here) {
      engine.cause = { type: 'rest', x, y, t: arrived };
      void load();
    }
    arrived = 0;
  };
  const listen = (type: 'pointermove' | 'pointerdown' | 'click', listener: (event: MouseEvent) => void) =>
    window.addEventListener(type, (event) => safely(() => listener(event)), {
      capture: true,
      passive: true,
      signal: until,
    });

  listen('pointermove', (event) => {
    if ((event as PointerEvent).pointerType === 'touch') return;
    x = event.clientX;
    y = event.clientY;
    if (arrived || !highlighter.mentionAt(x, y)) return;
    arrived = performance.now();
    setTimeout(() => safely(look), SETTLE_MS);
  });
  listen('pointerdown', (event) => {
    touched = (event as PointerEvent).pointerType === 'touch';
  });
  listen('click', ({ clientX, clientY }) => {
    if (!touched || !highlighter.mentionAt(clientX, clientY)) return;
    engine.cause = { type: 'tap', x: clientX, y: clientY, t: performance.now() };
    void load();
  });
  return () => (engine.explainer ? Promise.resolve(engine.explainer) : load());
}
