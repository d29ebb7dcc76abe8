import { type BrowserContext, type CDPSession, chromium } from 'playwright-core';
import type { FoundBrowser } from '../../scripts/browser/find.ts';
import { until } from '../../scripts/browser/poll.ts';
import { CHROMIUM_ARGS } from './chromium-args.ts';
import { cpuToFirstMarks, ownTasks, type TraceEvent, timeOrigin } from './own-tasks.ts';
import type { BenchPage } from './pages.ts';
import type { BenchServer } from './serve.ts';
import { type Summary, summarise } from './statistics.ts';

/** What the browser names our isolated world by: the extension's name. */
const WORLD = 'AI Gloss';
/** Long, since a busy machine must cost patience and not the run. */
const SETTLE_MS = 180_000;

export interface Visit {
  page: string;
  opened: 'at its top' | 'at its middle';
  /** Own CPU of the longest own task of each load, ms. */
  longestOwnTask: Summary;
  /** The same without the tasks up to the first marks. */
  longestLaterTask: Summary;
  /** CPU of the longest whole task that held something of ours, what the browser did in it included. */
  longestWholeTask: Summary;
  /** All own CPU of a load until the page was read to its end, ms. */
  ownCpu: Summary;
  /** Own CPU from the start of content.js to the first registered marks, ms; null when a load had none in view. */
  firstMarks: Summary | null;
  /** Of which: evaluating content.js, compiled anew. */
  evaluation: Summary;
  painted: number;
  blocks: number;
}

export interface VisitOptions {
  browser: FoundBrowser;
  extension: string;
  server: BenchServer;
  pages: readonly BenchPage[];
  loads: number;
  log(line: string): void;
}

/** Loads pages in a browser with the built extension, each time in a new process, and reads its trace. */
export async function measureVisits({ browser, extension, server, pages, loads, log }: VisitOptions): Promise<Visit[]> {
  const context = await chromium.launchPersistentContext('', {
    executablePath: browser.path,
    headless: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...CHROMIUM_ARGS,
      '--headless=new',
      `--load-extension=${extension}`,
      `--disable-extensions-except=${extension}`,
    ],
  });
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    await until(() => worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0), {
      what: 'the content scripts to be registered',
    });
    const visits: Visit[] = [];
    let host = 0;
    for (const page of pages) {
      for (const fragment of page.middle ? ['', page.middle] : ['']) {
        const seen: Load[] = [];
        while (seen.length < loads) {
          seen.push(await visit(context, server.url(page, `visit-${host++}`) + fragment));
          log(`extension, ${page.name}${fragment}: load ${seen.length} of ${loads}`);
        }
        const summary = summariseLoads(page.name, fragment ? 'at its middle' : 'at its top', seen);
        visits.push(summary);
        const { longestOwnTask, firstMarks } = summary;
        log(
          `  longest own task ${longestOwnTask.median.toFixed(1)} ms, first marks ${firstMarks?.median.toFixed(1) ?? 'none in view'}`,
        );
      }
    }
    return visits;
  } finally {
    await context.close();
  }
}

type Load = Awaited<ReturnType<typeof visit>>;

function summariseLoads(page: string, opened: Visit['opened'], loads: readonly Load[]): Visit {
  const of = (pick: (load: Load) => number) => summarise(loads.map(pick));
  const last = loads.at(-1)!;
  return {
    page,
    opened,
    longestOwnTask: of((load) => load.longestOwn),
    longestLaterTask: of((load) => load.longestLater),
    longestWholeTask: of((load) => load.longestWhole),
    ownCpu: of((load) => load.ownCpu),
    firstMarks: loads.every((load) => load.firstMarks !== null) ? of((load) => load.firstMarks!) : null,
    evaluation: of((load) => load.evaluation),
    painted: last.painted,
    blocks: last.blocks,
  };
}

async function visit(context: BrowserContext, url: string) {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    const ours = await watchWorld(session);
    const events: TraceEvent[] = [];
    session.on('Tracing.dataCollected', ({ value }) => {
      for (const event of value) events.push(event as unknown as TraceEvent);
    });
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: {
        includedCategories: [
          'toplevel',
          'v8',
          'devtools.timeline',
          'disabled-by-default-devtools.timeline',
          'blink.user_timing',
        ],
        excludedCategories: ['*'],
      },
    });
    await page.goto(url, { timeout: SETTLE_MS });
    // Asked seldom: each question is a task of the page's thread too.
    const isRead = async () => {
      await page.waitForTimeout(200);
      return ours('globalThis.aiGloss?.settled()');
    };
    await until(isRead, { what: 'the page to be read', timeoutMs: SETTLE_MS });
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.end');
    await complete;
    const stats = (await ours('aiGloss.stats()')) as ReturnType<NonNullable<typeof aiGloss>['stats']>;
    const tasks = ownTasks(events, WORLD);
    const { startedAt, firstMarksMs } = stats;
    const marked = firstMarksMs === null ? null : timeOrigin(events, page.url()) + (startedAt + firstMarksMs) * 1000;
    const longest = (list: typeof tasks) => Math.max(...list.map(({ cpuMs }) => cpuMs));
    return {
      longestOwn: longest(tasks),
      longestLater: longest(marked === null ? tasks : tasks.filter(({ ts }) => ts > marked)),
      longestWhole: Math.max(...tasks.map(({ taskMs }) => taskMs)),
      ownCpu: tasks.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
      firstMarks: marked === null ? null : cpuToFirstMarks(tasks, marked),
      evaluation: tasks.find(({ isStart }) => isStart)!.cpuMs,
      painted: stats.painted,
      blocks: stats.blocks,
    };
  } finally {
    await page.close();
  }
}

/** Evaluates in our isolated world of the page's top frame; null while there is none. */
async function watchWorld(session: CDPSession): Promise<(expression: string) => Promise<unknown>> {
  let id: number | null = null;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) id = context.id;
  });
  session.on('Runtime.executionContextsCleared', () => {
    id = null;
  });
  await session.send('Runtime.enable');
  return async (expression) => {
    if (id === null) return null;
    const { result } = await session.send('Runtime.evaluate', { contextId: id, expression, returnByValue: true });
    return result.value;
  };
}
