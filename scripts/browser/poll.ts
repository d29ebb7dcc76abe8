const EVERY_MS = 20;

export interface PollOptions {
  timeoutMs?: number;
  /** What is waited for, to say so when it does not come. */
  what: string;
}

/**
 * Asks until the answer is truthy, and gives that answer. Asking is done from Node: a page may be without
 * animation frames or timers (CSP sandbox, hidden tabs). Throws with the last answer after `timeoutMs`.
 */
export async function until<T>(
  ask: () => Promise<T> | T,
  { timeoutMs = 10_000, what }: PollOptions,
): Promise<NonNullable<Exclude<T, false | 0 | ''>>> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as NonNullable<Exclude<T, false | 0 | ''>>;
    if (performance.now() > end)
      throw new Error(`Waited ${timeoutMs} ms for ${what}; last answer: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
