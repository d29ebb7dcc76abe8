import forms from 'virtual:glossary/forms';
import { createHighlighter } from '../../highlighter/index';
import { decodeInSteps } from '../../highlighter/match/decode-forms';
import type { PageEngine } from '../../highlighter/page-engine';
import type { CreateSense } from '../../highlighter/sense/late-sense';
import type { FormTable } from '../../highlighter/types';
import { createPace, createPost } from '../../highlighter/watch/create-pace';
import { ask, pageExtension } from '../../messaging/page-extension';
import { readSettings } from '../../reader/read-settings';
import { SETTINGS_KEY, type Settings } from '../../reader/settings';
import { awaitText } from './await-text';
import { decide } from './decide';
import { createExplainLoader } from './load-explainer';
import { createPageHandle } from './page-handle';

/** Throws when it cannot be had, such as after an update. */
async function loadSense(engine: PageEngine): Promise<CreateSense> {
  await ask('sense.load', {});
  if (!engine.createSense) throw new Error('sense.load ran nothing');
  return engine.createSense;
}

const READABLE = /^(text\/html|application\/xhtml\+xml)$/;

/**
 * Takes charge of this frame until the site is switched off, the extension goes, or something of ours breaks.
 * Does nothing where a live script of ours already is, or where there is nothing to read.
 */
export function startFrame(): void {
  if (globalThis.aiGloss?.alive()) return;
  globalThis.aiGloss?.stop();
  const api = pageExtension();
  if (!api || !READABLE.test(document.contentType)) return;

  const stopping = new AbortController();
  const { signal } = stopping;
  let settings: Settings | null = null;
  let engine: PageEngine | null = null;
  let loadExplainer: ReturnType<typeof createExplainLoader> | null = null;
  const isAlive = () => pageExtension() !== null;

  const stop = () => {
    if (signal.aborted) return;
    stopping.abort();
    globalThis.aiGlossGuard?.stop();
    if (globalThis.aiGloss === handle) globalThis.aiGloss = undefined;
    if (globalThis.aiGlossEngine === engine) globalThis.aiGlossEngine = undefined;
  };
  const handle = createPageHandle({
    version: api.runtime.getManifest().version,
    alive: isAlive,
    stop,
    engine: () => engine,
    loadExplainer: async () => loadExplainer?.() ?? null,
  });
  globalThis.aiGloss = handle;

  const apply = async (raw: unknown) => {
    const next = readSettings(raw);
    const on = await decide(next);
    if (signal.aborted) return;
    if (!on) return stop();
    const first = !settings;
    settings = next;
    if (first) whenInSight(prepare);
    else engine?.highlighter.setDensity(next.density);
  };

  /** The table of forms and the first marks are tasks of their own, so that none holds the page up. */
  function prepare() {
    const post = createPost(signal);
    const { slices } = createPace({ signal, task: safely, post, now: () => performance.now() });
    function* decode() {
      const table = yield* decodeInSteps(forms);
      post(() => safely(() => start(table)), 0, false);
    }
    slices(decode(), () => {}, false);
  }

  function start(table: FormTable) {
    const highlighter = createHighlighter({
      document,
      signal,
      isAlive,
      density: settings!.density,
      table,
      loadSense: () => loadSense(engine!),
      onGone: (mention) => engine?.explainer?.onGone(mention),
      onEnd: fault,
    });
    engine = {
      highlighter,
      signal,
      settings: () => settings!,
      safely,
      cause: null,
      createSense: null,
      explainer: null,
    };
    globalThis.aiGlossEngine = engine;
    loadExplainer = createExplainLoader(engine);
  }

  function fault(error: unknown) {
    stop();
    // Once, and quietly: the console is the page's.
    if (error) console.debug('AI Gloss stopped on this page:', error);
  }

  function safely(work: () => void) {
    if (signal.aborted) return;
    if (!isAlive()) return stop();
    try {
      work();
    } catch (error) {
      fault(error);
    }
  }

  /** Hidden tabs and pages that load ahead cost nothing. */
  function whenInSight(work: () => void) {
    if (!document.hidden) {
      work();
      return;
    }
    const seen = new AbortController();
    const look = () => {
      if (document.hidden || signal.aborted) return;
      seen.abort();
      work();
    };
    document.addEventListener('visibilitychange', look, { signal: AbortSignal.any([signal, seen.signal]) });
  }

  const read = () => void api.storage.local.get(SETTINGS_KEY).then((stored) => apply(stored[SETTINGS_KEY]), stop);
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === 'local' && changes[SETTINGS_KEY];
    if (change) void apply(change.newValue);
  };
  awaitText(document, signal, () => {
    api.storage.onChanged.addListener(onChanged);
    signal.addEventListener('abort', () => pageExtension()?.storage.onChanged.removeListener(onChanged));
    // A page that comes back out of the browser's cache has missed what was switched meanwhile.
    window.addEventListener('pageshow', ({ persisted }) => persisted && (isAlive() ? read() : stop()), { signal });
    read();
  });
}
