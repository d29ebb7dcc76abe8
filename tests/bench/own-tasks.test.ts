import { expect, test } from 'vitest';
import { cpuToFirstMarks, ownTasks, type TraceEvent, timeOrigin } from './own-tasks';

const event = (name: string, ts: number, dur: number, args: TraceEvent['args'] = {}, tid = 1): TraceEvent => ({
  name,
  ph: 'X',
  pid: 1,
  tid,
  ts,
  dur,
  tdur: dur,
  args,
});
const content = { data: { url: 'chrome-extension://a/content-scripts/content.js' } };
const world = { worldName: 'AI Gloss' };

const trace = [
  // A task of the page's alone, and one of another thread.
  event('RunTask', 0, 9_000),
  event('RunTask', 0, 9_000, {}, 2),
  event('v8.callFunction', 10, 8_000, world, 2),
  // The script, compiled inside of what is counted.
  event('RunTask', 10_000, 4_000),
  event('EvaluateScript', 10_100, 3_000, content),
  event('v8.callFunction', 10_200, 1_000, world),
  // Promises of ours, with the first scan.
  event('RunTask', 20_000, 7_000),
  event('BlinkScheduler_PerformMicrotaskCheckpoint', 20_500, 6_000),
  // Another world's call, ours, and an empty checkpoint.
  event('RunTask', 30_000, 9_000),
  event('v8.callFunction', 30_100, 2_000, { worldName: 'Other' }),
  event('v8.callFunction', 33_000, 5_000, world),
  event('BlinkScheduler_PerformMicrotaskCheckpoint', 38_900, 10),
];

test('counts what is ours in each task of the page’s thread, and nothing twice', () => {
  expect(ownTasks(trace, 'AI Gloss').map(({ cpuMs, taskMs, isStart }) => [cpuMs, taskMs, isStart])).toEqual([
    [3, 4, true],
    [6, 7, false],
    [5, 9, false],
  ]);
});

test('adds up own CPU to the end of the task that registered the first marks', () => {
  const tasks = ownTasks(trace, 'AI Gloss');
  expect(cpuToFirstMarks(tasks, 25_000)).toBe(9);
  expect(cpuToFirstMarks(tasks, 31_000)).toBe(14);
});

test('finds where the page’s own clock begins', () => {
  const navigation = (url: string, ts: number) => event('navigationStart', ts, 0, { data: { documentLoaderURL: url } });
  const events = [navigation('about:blank', 1), ...trace, navigation('http://a/', 5)];
  expect(timeOrigin(events, 'http://a/#part')).toBe(5);
  expect(() => timeOrigin(trace, 'http://a/')).toThrow('no navigation to http://a/');
});

test('says so when the content script never ran, or the trace has no CPU times', () => {
  expect(() => ownTasks(trace.slice(0, 3), 'AI Gloss')).toThrow('no run of the content script');
  const wallOnly = trace.map(({ tdur: _, ...rest }) => rest);
  expect(() => ownTasks(wallOnly, 'AI Gloss')).toThrow('no CPU times');
});
