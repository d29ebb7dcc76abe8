/**
 * The page engine: finds the glossary's terms in a document, decides which are meant, paints them, and keeps
 * all of it true while the page changes. Pure: no extension API, no settings, no React.
 *
 *   watch/first-screen → text/run-walker → match → mentions/reader (asks sense/late-sense) → mentions/chooser (density)
 *     → paint/painter → paint/hit-test            watch/follower feeds changed text into the same reader
 *
 * Everything ends at one abort of `signal`.
 */
import { createMatcher } from './match/create-matcher';
import { createChooser, type Density } from './mentions/create-chooser';
import { createMentions } from './mentions/create-mentions';
import { createReader } from './mentions/create-reader';
import { compareMentions, isConnected, type Mention } from './mentions/mention';
import { createPainter } from './paint/create-painter';
import { createHitTest } from './paint/hit-test';
import { createRuler } from './paint/rects';
import { visibleBox } from './paint/visible-box';
import { type CreateSense, createLateSense, type LateSense } from './sense/late-sense';
import type { FormTable } from './types';
import { createFollower } from './watch/create-follower';
import { createHosts } from './watch/create-hosts';
import { createPace, createPost } from './watch/create-pace';
import { createScan } from './watch/create-scan';
import { contextKey, readContext } from './watch/page-context';

export type { Density, Mention };

export interface HighlighterOptions {
  document: Document;
  table: FormTable;
  /** Asked for once the page has an AI term. Where it fails, risky words stay unmarked. */
  loadSense(): Promise<CreateSense>;
  density: Density;
  signal: AbortSignal;
  /** A mention that may have been marked is gone from the page. */
  onGone?(mention: Mention): void;
  /** Asked before each piece of work: false makes it the last. */
  isAlive?(): boolean;
  /** It stopped by itself, since something of ours broke or nobody is there any more (null). All is gone already. */
  onEnd?(error: unknown): void;
}

export interface HighlighterStats {
  /** On the clock of performance.now(). */
  startedAt: number;
  /** Own time of reading the document the first time, in ms. */
  scanMs: number;
  /** From the start to the first registered marks, own time in ms; null when none were in view. */
  firstMarksMs: number | null;
  blocks: number;
  characters: number;
  painted: number;
  longestTaskMs: number;
}

export interface Highlighter {
  /** True once the whole document has been read and decided. */
  settled(): boolean;
  setDensity(density: Density): void;
  /** The painted mention at a point of the viewport. */
  mentionAt(x: number, y: number): Mention | null;
  /** Its boxes in viewport px, one per line; empty once its text is gone. */
  rectsOf(mention: Mention): DOMRect[];
  setActive(mention: Mention | null): void;
  idOf(mention: Mention): string;
  /** All mentions meant as AI terms, in document order; `chosen` ones are marked. */
  mentions(): Mention[];
  /** Makes sure that no `chosen` one is hidden, also far from the view; costs style for all of them. */
  checkHidden(): void;
  stats(): HighlighterStats;
}

/** The background may be starting anew when it is asked for sense; an extension that is gone never answers. */
const MOST_TRIES = 3;

/** Starts at once, so call it when the document is in sight. */
export function createHighlighter(options: HighlighterOptions): Highlighter {
  const { document, signal: outer } = options;
  const stop = new AbortController();
  const signal = AbortSignal.any([outer, stop.signal]);
  const now = () => performance.now();
  const began = now();
  const figures = {
    startedAt: began,
    scanMs: 0,
    firstMarksMs: null as number | null,
    blocks: 0,
    characters: 0,
    longestTaskMs: 0,
  };
  let scanned = false;
  let scans = 0;

  let depth = 0;
  const task = (work: () => void) => {
    if (signal.aborted) return;
    if (options.isAlive?.() === false) return end(null);
    const start = now();
    depth++;
    try {
      work();
    } catch (error) {
      end(error);
    }
    if (--depth) return;
    const took = now() - start;
    figures.longestTaskMs = Math.max(figures.longestTaskMs, took);
    if (!scanned) figures.scanMs += took;
  };
  const end = (error: unknown) => {
    stop.abort();
    options.onEnd?.(error);
  };
  const post = createPost(signal);
  const { slices } = createPace({ signal, task, post, now });

  const { rectsOf, boundsOf } = createRuler(document);
  const mentions = createMentions();
  /** While true, newly chosen mentions are taken to be near the view until the browser says otherwise. */
  let nearby = false;
  const inView = (work: () => void) => {
    nearby = true;
    work();
    nearby = false;
  };

  const isVisible = (mention: Mention) => (mention.box = visibleBox(mention)) !== null;
  const painter = createPainter({
    document,
    signal,
    task,
    slices,
    boundsOf,
    isVisible,
    onHidden: (mention) => chooser.reject(mention),
    onNear: (mention) => chooser.reconsider(mention),
  });
  const chooser = createChooser({
    density: options.density,
    isVisible,
    onChange: (mention) => painter.update(mention, nearby),
  });
  const flush = () => {
    chooser.refill();
    painter.flush();
    if (!loading && !createSense && tries < MOST_TRIES && sense.wanted()) {
      loading = true;
      tries++;
      // Not in this task: the first marks wait for its end.
      post(() => void options.loadSense().then(gainSense, () => (loading = false)), 0, false);
    }
    if (painter.painted.size) figures.firstMarksMs ??= now() - began;
  };
  const drop = (mention: Mention) => {
    mentions.delete(mention);
    reader.forget(mention);
    chooser.remove(mention);
    options.onGone?.(mention);
  };
  const { table } = options;
  const reader = createReader({ table, matcher: createMatcher(table), mentions, chooser, drop, now });
  const scan = createScan({
    document,
    reader,
    now,
    onRun({ text }) {
      figures.blocks++;
      figures.characters += text.length;
    },
  });
  const roots: ShadowRoot[] = [];
  const hosts = createHosts((root) => {
    follower.observe(root);
    roots.push(root);
    if (scanned) slices(shadowTrees(), pause, true);
  });
  const follower = createFollower({
    document,
    signal,
    reader,
    mentions,
    hosts,
    painted: painter.painted,
    drop,
    flush,
    task,
    inView,
    slices,
    post,
    now,
    onOverflow: () => slices(whole(false), pause, true),
    onBatch: renewContext,
  });
  const mentionAt = createHitTest({ document, mentionsOf: mentions.of, rectsOf, shadowRoots: hosts.roots });

  let sense: LateSense;
  let createSense: CreateSense | null = null;
  let loading = false;
  let tries = 0;
  let key = '';
  function gainSense(create: CreateSense) {
    createSense = create;
    slices(adopt(), pause, false);
  }
  function* adopt(): Generator<number> {
    yield* sense.become(createSense!);
    yield* decideWaiting();
    loading = false;
  }
  /** Those that waited for sense, or for the page's evidence. */
  function* decideWaiting(): Generator<number> {
    for (const mention of mentions.all) {
      if (mention.state !== 'waiting') continue;
      reader.decide(mention);
      yield 512;
    }
    reader.revise();
  }
  function renewContext() {
    const next = contextKey(document);
    if (next === key) return;
    const again = key !== '';
    key = next;
    sense = createLateSense(table, readContext(document));
    // Nothing was read for it yet: no steps.
    if (createSense) for (const _ of sense.become(createSense));
    reader.setSense(sense);
    if (again) slices(whole(false), pause, true);
  }

  const pause = () => {
    scan.pause();
    flush();
  };
  function* shadowTrees(): Generator<number> {
    for (let root = roots.shift(); root; root = roots.shift()) {
      yield* hosts.search(root);
      yield* scan.within(root);
    }
  }
  /** Reads what is left (or everything again), then decides what waited for the page's evidence. */
  function* whole(first: boolean): Generator<number> {
    const mine = ++scans;
    const before = first ? 0 : figures.characters;
    yield* first ? scan.rest() : scan.within(document);
    yield* hosts.search(document);
    yield* shadowTrees();
    if (mine !== scans) return;
    sense.settle(figures.characters - before);
    yield* decideWaiting();
    scanned = true;
    follower.wake();
    if (first) lookForLateRoots();
  }

  /** Components that load late attach their roots without any change that we could see. */
  function lookForLateRoots() {
    for (const delayMs of [500, 2000, 5000]) if (hosts.late()) post(() => task(hosts.late), delayMs, true);
  }

  task(() => {
    renewContext();
    follower.observe(document);
    inView(() => {
      scan.first();
      flush();
    });
    slices(whole(true), pause, true);
  });
  document.addEventListener('visibilitychange', () => document.hidden || follower.wake(), { signal });

  return {
    settled: () => scanned && !loading,
    setDensity(density) {
      task(() => {
        chooser.setDensity(density);
        flush();
      });
    },
    mentionAt,
    rectsOf,
    setActive: painter.setActive,
    idOf: (mention) => table.ids[mention.term]!,
    mentions: () =>
      [...mentions.all].filter((mention) => mention.state === 'kept' && isConnected(mention)).sort(compareMentions),
    checkHidden: () => task(painter.checkAll),
    stats: () => ({ ...figures, painted: painter.painted.size }),
  };
}
