import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * Not part of the gate yet, run by their own name alone (AI_GLOSS_ALL=1): in Firefox the record also holds what the browser
 * itself asks for, and its popup cannot be opened twice in a row; the others have not been seen to pass in that browser.
 */
const WAITING: Record<string, string[]> = {
  chromium: ['commands', 'network'],
  firefox: ['commands', 'network', 'popup', 'unchanged'],
};
const waiting = process.env.AI_GLOSS_ALL ? [] : (WAITING[process.env.AI_GLOSS_BROWSER ?? 'chromium'] ?? []);

/** One real browser after another, and never a second try: a test that passes now and then does not pass. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    exclude: waiting.map((name) => `tests/e2e/${name}.test.ts`),
    environment: 'node',
    fileParallelism: false,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    teardownTimeout: 20_000,
  },
});
