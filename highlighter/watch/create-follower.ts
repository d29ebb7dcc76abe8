import type { Mentions } from '../mentions/create-mentions';
import { type Ghost, ghostOf, type Reader } from '../mentions/create-reader';
import { type Mention, stands } from '../mentions/mention';
import { createElementMemo } from '../text/element-memo';
import { runAt } from '../text/run-at';
import { createRunWalker, type RunWalker } from '../text/run-walker';
import type { Run } from '../types';
import { createDirt } from './create-dirt';
import type { Hosts } from './create-hosts';
import type { Pace, Post } from './create-pace';

/** Changes are gathered this long before they are read, unless a painted mark is at stake. */
const BATCH_MS = 100;
/** Work inside the page's own task, when its change took the text of a mark. */
const SYNC_MS = 4;

export interface FollowerOptions {
  document: Document;
  signal: AbortSignal;
  reader: Reader;
  mentions: Mentions;
  hosts: Hosts;
  painted: ReadonlySet<Mention>;
  drop(mention: Mention): void;
  /** Brings choice and paint in line after texts were read. */
  flush(): void;
  /** Too much changed to list: the document must be read again. */
  onOverflow(): void;
  /** Before a batch is read: the page may have become another one. */
  onBatch(): void;
  task(work: () => void): void;
  /** Marks that are chosen meanwhile are taken to be in view. */
  inView(work: () => void): void;
  slices: Pace['slices'];
  post: Post;
  now(): number;
}

export interface Follower {
  /** Follows changes below another root too. */
  observe(root: Document | ShadowRoot): void;
  /** Call when the document came into sight, or when texts were left waiting for quiet. */
  wake(): void;
}

/**
 * Keeps mentions true while the page changes. Changes are read in batches; only where a change took the text of
 * a painted mark it is read at once, before the browser paints, so that re-rendered text never flickers.
 */
export function createFollower(options: FollowerOptions): Follower {
  const { document, signal, reader, mentions, hosts, painted, drop, flush, task, slices, post, now } = options;
  const dirt = createDirt();
  let ghosts: Ghost[] = [];
  /** When the next batch is due, and which appointment is the valid one. */
  let dueAt = Infinity;
  let turn = 0;
  let reading = false;
  let walking: RunWalker | null = null;
  const pause = () => {
    walking?.pause();
    flush();
  };

  const observer = new MutationObserver((records) =>
    task(() => {
      dirt.note(records);
      let broken = 0;
      for (const mention of painted) {
        if (stands(mention)) continue;
        broken++;
        ghosts.push(ghostOf(mention));
        drop(mention);
      }
      if (broken) {
        const end = now() + SYNC_MS;
        options.inView(() => {
          for (const _ of read()) if (now() >= end) break;
          flush();
        });
      }
      schedule(broken ? 0 : BATCH_MS);
    }),
  );
  signal.addEventListener('abort', () => observer.disconnect());

  function schedule(delayMs: number) {
    if (reading || document.hidden) return;
    const pending = dirt.size || dirt.removed || dirt.full;
    let at = pending ? now() + delayMs : Infinity;
    if (!pending) {
      ghosts = [];
      for (const { due } of reader.unsettled) at = Math.min(at, due);
    }
    if (at >= dueAt) return;
    dueAt = at;
    const mine = ++turn;
    const appointment = () => {
      if (mine !== turn) return;
      dueAt = Infinity;
      if (!document.hidden) task(batch);
    };
    post(appointment, Math.max(0, at - now()), false);
  }

  function batch() {
    options.onBatch();
    if (dirt.takeFull()) options.onOverflow();
    reading = true;
    slices(wholeBatch(), pause, false);
  }

  function* wholeBatch() {
    yield* read();
    if (dirt.takeRemoved()) for (const mention of mentions.lost()) drop(mention);
    hosts.late();
    const time = now();
    for (const mention of reader.unsettled) if (mention.due <= time) reader.decide(mention);
    reader.revise();
    reading = false;
    flush();
    schedule(BATCH_MS);
  }

  /** Reads changed places one by one. What is left when it is closed early stays for the next time. */
  function* read(): Generator<number> {
    const done = new Set<Text>();
    let memo = createElementMemo();
    let seen = dirt.epoch;
    const reread = (run: Run): number => {
      for (const node of run.nodes) done.add(node);
      reader.reread(run, ghosts, true);
      return run.text.length;
    };
    const rereadAround = (text: Text): number => {
      if (done.has(text)) return 0;
      const run = runAt(text, rootOf(text), memo);
      if (run) return reread(run);
      for (const mention of mentions.of(text)) drop(mention);
      return 16;
    };
    let place: Text | Element | null = null;
    try {
      while ((place = dirt.take())) {
        if (seen !== dirt.epoch) {
          // The page went on meanwhile: what was read then may be stale.
          seen = dirt.epoch;
          done.clear();
          memo = createElementMemo();
        }
        if (!place.isConnected) continue;
        if (place.nodeType === 3) {
          yield rereadAround(place as Text);
          continue;
        }
        const element = place as Element;
        if (dirt.takeFence(element)) forgetWithin(element);
        const runs = createRunWalker(rootOf(element), element, memo);
        let run = runs.next();
        // The first run may begin before the element, the others are whole.
        if (run && element.contains(run.nodes[0]!)) yield rereadAround(run.nodes[0]!);
        while (run && element.contains(run.nodes[0]!)) {
          walking = runs;
          run = runs.next();
          if (run && element.contains(run.nodes[0]!) && !done.has(run.nodes[0]!)) yield reread(run);
        }
        walking = null;
        yield* hosts.search(element);
      }
    } finally {
      if (place) dirt.add(place);
    }
  }

  /** Its text may have become an editor's. */
  function forgetWithin(element: Element) {
    for (const mention of mentions.all) {
      if (!element.contains(mention.nodes[0]!)) continue;
      if (mention.range) ghosts.push(ghostOf(mention));
      drop(mention);
    }
  }

  return {
    observe(root) {
      observer.observe(root, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: ['contenteditable'],
      });
    },
    wake: () => schedule(0),
  };
}

const rootOf = (node: Node) => node.getRootNode() as Document | ShadowRoot;
