import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** One real browser after another, and never a second try: a test that passes now and then does not pass. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    teardownTimeout: 20_000,
  },
});
