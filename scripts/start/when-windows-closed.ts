import type { Driver } from '../browser/driver.ts';

const LOOK_MS = 500;

/** Settles when the browser has ended or shows no window any more: on a Mac it goes on without one. */
export async function whenWindowsClosed(driver: Driver): Promise<void> {
  let hasEnded = false;
  const ended = driver.closed.then(() => {
    hasEnded = true;
  });
  while (!hasEnded) {
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, LOOK_MS))]);
    const pages = await driver.pages().catch(() => []);
    if (!pages.length) return;
  }
}
