/** Own work in one go, in ms: with what the browser adds and cold code it stays below the 12 ms that we promise. */
const SLICE_MS = 5;
/** In the first slices code is cold and overshoots, so the clock is asked after each step. */
const COLD_SLICES = 3;
/** Later, after so much work, as counted by the steps themselves (characters). */
const CLOCK_AFTER = 2_048;

/** Runs `work` once, after `delayMs`; `idle` = when the browser has nothing better to do. */
export type Post = (work: () => void, delayMs: number, idle: boolean) => void;

export interface PaceOptions {
  signal: AbortSignal;
  /** Wraps each slice: counts its time, catches its faults. */
  task(work: () => void): void;
  post: Post;
  now(): number;
}

export interface Pace {
  /**
   * Takes steps in slices with room for the page between them. Each step yields the size of what it did, in
   * characters. `onPause` runs before the thread is given up, also after the last step.
   * `idle` = the page's own work goes first; else the first slice runs at once.
   */
  slices(steps: Iterable<number>, onPause: () => void, idle: boolean): void;
}

/** Cuts long work into slices. */
export function createPace({ signal, task, post, now }: PaceOptions): Pace {
  let sliced = 0;
  return {
    slices(steps, onPause, idle) {
      const iterator = steps[Symbol.iterator]();
      const slice = () => {
        if (signal.aborted) return;
        task(() => {
          const end = now() + SLICE_MS;
          const enough = sliced++ < COLD_SLICES ? 0 : CLOCK_AFTER;
          let over = false;
          for (let done = 0; !over; ) {
            const step = iterator.next();
            if (step.done) break;
            if ((done += step.value) < enough) continue;
            done = 0;
            over = now() >= end;
          }
          onPause();
          if (over) post(slice, 0, idle);
        });
      };
      if (idle) post(slice, 0, true);
      else slice();
    },
  };
}

/** `post` for a page. Idle work goes as background tasks: timers, input and paint of the page always go first. */
export function createPost(signal: AbortSignal): Post {
  return function post(work, delayMs, idle) {
    const { scheduler } = globalThis as { scheduler?: TaskScheduler };
    if (scheduler) {
      // An abort rejects the promise; there is nobody to tell.
      scheduler
        .postTask(work, { priority: idle ? 'background' : 'user-visible', delay: delayMs, signal })
        .catch(() => {});
      return;
    }
    setTimeout(() => requestIdleCallback(() => signal.aborted || work(), { timeout: 500 }), delayMs);
  };
}

interface TaskScheduler {
  postTask(work: () => void, options: { priority: string; delay: number; signal: AbortSignal }): Promise<void>;
}
