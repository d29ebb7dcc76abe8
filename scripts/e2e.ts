/**
 * npm run test:e2e -- chromium|firefox [FILTER]: builds the extension and runs the end-to-end tests in one real
 * browser; without a browser's name, in both. FILTER is a part of a test file's name.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserName } from './browser/find.ts';
import { build } from './lib/build.ts';
import { runCommand } from './lib/refusal.ts';
import { ROOT } from './lib/setup.mjs';

const BROWSERS: BrowserName[] = ['chromium', 'firefox'];

function test(browser: BrowserName, filters: string[]): boolean {
  build(browser);
  const report = process.env.AI_GLOSS_REPORT;
  const reporters = report ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--config', 'tests/e2e/vitest.config.ts', ...filters, ...reporters];
  // The program's file on this very Node: starting `.cmd` files needs a shell on Windows.
  const { status } = spawnSync(process.execPath, [vitest, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, AI_GLOSS_BROWSER: browser },
  });
  return status === 0;
}

await runCommand(async (args) => {
  const isBrowser = (arg: string): arg is BrowserName => BROWSERS.includes(arg as BrowserName);
  const named = args.filter(isBrowser);
  const filters = args.filter((arg) => !isBrowser(arg));
  const outcomes = (named.length ? named : BROWSERS).map((browser) => test(browser, filters));
  return outcomes.every(Boolean) ? 0 : 1;
});
