import type { Reader } from '../mentions/create-reader';
import { createRunWalker, type RunWalker } from '../text/run-walker';
import { sectionStart } from '../text/section';
import type { Run } from '../types';
import { firstInView, placeInView } from './first-screen';

/** Own work before the first marks are painted, in ms; the rest of the view follows in slices. */
const FIRST_MS = 5;
/** Ranks of the part before the view stay below those of the part after it. */
const VIEW_RANK = 1e9;

export interface ScanOptions {
  document: Document;
  reader: Reader;
  now(): number;
  /** Told of each run, for figures. */
  onRun(run: Run): void;
}

/** The first reading of a document: what is in view at once, the rest in steps. */
export function createScan({ document, reader, now, onRun }: ScanOptions) {
  let rank = VIEW_RANK;
  let view: RunWalker | null = null;
  let start: Text | null = null;
  /** The walker of the step that was taken last. */
  let walking: RunWalker | null = null;

  const read = (run: Run): number => {
    onRun(run);
    reader.read(run, rank++);
    return run.text.length;
  };

  return {
    /** Reads from the start of the section in view to the end of the view; stops early when time is up. */
    first() {
      const seen = firstInView(document);
      const end = now() + FIRST_MS;
      view = createRunWalker(document, seen && sectionStart(seen, document));
      let entered = false;
      for (let run = view.next(); run; run = view.next()) {
        start ??= run.nodes[0]!;
        read(run);
        const place = placeInView(run.block);
        entered ||= place === 'in';
        if ((entered && place === 'below') || now() >= end) break;
      }
      view.pause();
    },

    /** Reads the rest: on from the view to the end, then the part before it. */
    *rest(): Generator<number> {
      if (view) {
        for (let run = view.next(); run; run = view.next()) {
          walking = view;
          yield read(run);
        }
        rank = 0;
      }
      yield* within(document, start);
    },

    /** Reads one root, up to the run that holds `until`. */
    within,
    pause() {
      walking?.pause();
      walking = null;
    },
  };

  function* within(root: Document | ShadowRoot, until: Text | null = null): Generator<number> {
    if (root !== document) rank = NaN;
    const walker = createRunWalker(root);
    for (let run = walker.next(); run; run = walker.next()) {
      if (until && run.nodes.includes(until)) return;
      walking = walker;
      yield read(run);
    }
  }
}
