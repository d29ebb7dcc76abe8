/**
 * npm run test:e2e -- chromium|firefox [FILTER]: builds the extension and runs the end-to-end tests in one real
 * browser; without a browser's name, in both. FILTER is a part of a test file's name.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserName } from './browser/find.ts';
import { runCommand } from './lib/refusal.ts';
import { ROOT } from './lib/setup.mjs';

const BROWSERS: BrowserName[] = ['chromium', 'firefox'];

/** A tool's program file, run on this very Node: starting `.cmd` files needs a shell on Windows. */
function runTool(name: string, bin: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', name, bin), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

function test(browser: BrowserName, filters: string[]): boolean {
  const target = browser === 'firefox' ? ['-b', 'firefox'] : [];
  if (!runTool('wxt', 'bin/wxt.mjs', ['build', ...target], { NODE_ENV: 'production' })) return false;
  const report = process.env.AI_GLOSS_REPORT;
  const reporters = report ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  const args = ['run', '--config', 'tests/e2e/vitest.config.ts', ...filters, ...reporters];
  return runTool('vitest', 'vitest.mjs', args, { AI_GLOSS_BROWSER: browser });
}

await runCommand(async (args) => {
  const isBrowser = (arg: string): arg is BrowserName => BROWSERS.includes(arg as BrowserName);
  const named = args.filter(isBrowser);
  const filters = args.filter((arg) => !isBrowser(arg));
  const outcomes = (named.length ? named : BROWSERS).map((browser) => test(browser, filters));
  return outcomes.every(Boolean) ? 0 : 1;
});
