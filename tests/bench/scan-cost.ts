import type { Browser, CDPSession, Page } from 'playwright-core';

export interface Cost {
  /** CPU time of the page's main thread, ms. */
  cpuMs: number;
  result: number;
}

/**
 * CPU time of one script, run once, cold, in a new isolated world of a freshly loaded page: what a
 * content script pays. Thread time, not wall time, since the machine is shared. Throws when the script is not through
 * after `timeoutMs`, and ends it.
 */
export async function scanCost(browser: Browser, url: string, script: string, timeoutMs?: number): Promise<Cost> {
  const page = await browser.newPage();
  try {
    await page.goto(url, { waitUntil: 'load', timeout: 180_000 });
    // Layout, fonts and the parser's tail are the page's own: let them end before the clock starts.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 100))));
    return await evaluateCold(page, script, timeoutMs);
  } finally {
    await page.close();
  }
}

async function evaluateCold(page: Page, script: string, timeoutMs?: number): Promise<Cost> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'ai-gloss-bench',
  });
  const before = await taskMs(session);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression: script,
    returnByValue: true,
    timeout: timeoutMs,
  });
  if (exceptionDetails)
    throw new Error(`bench: the script threw in the page: ${exceptionDetails.exception?.description}`);
  const cpuMs = (await taskMs(session)) - before;
  return { cpuMs, result: (result.value as { result: number }).result };
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = metrics.find(({ name }) => name === 'TaskDuration');
  if (!metric) throw new Error('bench: this Chromium reports no TaskDuration; use 128 or later');
  return metric.value * 1000;
}
