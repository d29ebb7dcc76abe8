/** One event of a Chromium trace; times in µs, `tdur` on the thread's own clock. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string; worldName?: string; documentLoaderURL?: string }; worldName?: string };
}

export interface OwnTask {
  /** Start, µs on the trace's clock. */
  ts: number;
  /** CPU time of what is ours in it, ms. */
  cpuMs: number;
  /** CPU time of the whole task, ms. */
  taskMs: number;
  /** Evaluates the content script. */
  isStart: boolean;
}

const CHECKPOINT = 'BlinkScheduler_PerformMicrotaskCheckpoint';
/** Every task ends with a checkpoint; one shorter than this had nothing to run. */
const EMPTY_CHECKPOINT_US = 50;

/**
 * The tasks of the page's main thread in which something of ours ran: a script evaluated, a function called in our
 * isolated world, or promises that went on. Valid for pages without scripts of their own only, since a checkpoint
 * does not tell whose promises it runs. Throws when the content script never ran, or when the trace has no CPU times.
 */
export function ownTasks(events: readonly TraceEvent[], worldName: string): OwnTask[] {
  const isContent = ({ name, args }: TraceEvent) =>
    name === 'EvaluateScript' && /content-scripts\/content\.js/.test(args?.data?.url ?? '');
  const start = events.find(isContent);
  if (!start) throw new Error('bench: the trace shows no run of the content script');
  if (start.tdur === undefined) throw new Error('bench: this Chromium traces no CPU times');
  const thread = events
    .filter(({ pid, tid, ph }) => pid === start.pid && tid === start.tid && ph === 'X')
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));

  const tasks: OwnTask[] = [];
  let task: OwnTask | null = null;
  let taskEnd = 0;
  let ownEnd = 0;
  const close = () => {
    if (task && (task.cpuMs > 0 || task.isStart)) tasks.push(task);
    task = null;
  };
  for (const event of thread) {
    const { name, ts, dur = 0, tdur = 0, args } = event;
    if (name === 'RunTask' && ts >= taskEnd) {
      close();
      task = { ts, cpuMs: 0, taskMs: tdur / 1000, isStart: false };
      taskEnd = ts + dur;
      ownEnd = 0;
      continue;
    }
    if (!task || ts > taskEnd) continue;
    // Inside of what is counted already.
    if (ts < ownEnd) continue;
    const isOwn =
      (name === 'EvaluateScript' && /content-scripts\//.test(args?.data?.url ?? '')) ||
      (name === 'v8.callFunction' && args?.worldName === worldName) ||
      (name === CHECKPOINT && tdur > EMPTY_CHECKPOINT_US);
    if (!isOwn) continue;
    task.cpuMs += tdur / 1000;
    task.isStart ||= isContent(event);
    ownEnd = ts + dur;
  }
  close();
  return tasks;
}

/** Where the clock of performance.now() of the document at `url` begins, µs on the trace's clock. Throws when the trace does not say. */
export function timeOrigin(events: readonly TraceEvent[], url: string): number {
  const start = events.find(
    ({ name, args }) => name === 'navigationStart' && stem(args?.data?.documentLoaderURL) === stem(url),
  );
  if (!start) throw new Error(`bench: the trace shows no navigation to ${url}`);
  return start.ts;
}

/** Fragments are told in some places and not in others. */
const stem = (url: string | undefined) => url?.replace(/#.*/, '');

/**
 * Own CPU from the start of the content script to the end of the task that was running at `until` (µs on the trace's
 * clock), when the first marks were registered, ms: the whole of that task, so rather too much than too little.
 */
export function cpuToFirstMarks(tasks: readonly OwnTask[], until: number): number {
  const begin = tasks.findIndex(({ isStart }) => isStart);
  return tasks.slice(begin).reduce((sum, { ts, cpuMs }) => (ts <= until ? sum + cpuMs : sum), 0);
}
