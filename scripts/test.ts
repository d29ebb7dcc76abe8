/**
 * npm test: every part of the suite, each even when an earlier one failed, then one line that counts them all.
 * A part that is one command counts as one; a part that Vitest runs counts its tests.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/setup.mjs';

interface Part {
  name: string;
  commands: string[][];
  /** Written by Vitest's JSON reporter. */
  report?: string;
}

interface Outcome {
  name: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
}

const REPORTS = join(ROOT, 'artifacts', 'test');
const report = (name: string) => join(REPORTS, `${name}.json`);
const vitest = (name: string, ...args: string[]) => [
  'vitest',
  'run',
  ...args,
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${report(name)}`,
];

const PARTS: Part[] = [
  {
    name: 'types',
    commands: [
      ['wxt', 'prepare'],
      ['tsc', '--noEmit'],
    ],
  },
  { name: 'lint', commands: [['biome', 'check', '.']] },
  { name: 'glossary', commands: [['node', 'scripts/glossary/check.ts']] },
  {
    name: 'build',
    commands: [
      ['wxt', 'build'],
      ['wxt', 'build', '-b', 'firefox'],
    ],
  },
  { name: 'sizes', commands: [['node', 'scripts/sizes.ts']] },
  { name: 'unit', commands: [vitest('unit')], report: report('unit') },
  { name: 'e2e-chromium', commands: [['node', 'scripts/e2e.ts', 'chromium']], report: report('e2e-chromium') },
  { name: 'e2e-firefox', commands: [['node', 'scripts/e2e.ts', 'firefox']], report: report('e2e-firefox') },
];

function run({ name, commands, report }: Part): Outcome {
  console.log(`\n== ${name}`);
  const start = Date.now();
  if (report) rmSync(report, { force: true });
  const ok = commands.every(([program, ...args]) => {
    const { status, error } = spawnSync(program as string, args, {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, ...(report ? { AI_GLOSS_REPORT: report } : {}) },
    });
    if (error) console.error(`${name}: ${program} could not be started: ${error.message}`);
    return status === 0;
  });
  const seconds = (Date.now() - start) / 1000;
  const counts = report && existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  if (!counts) return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, seconds };
  const passed: number = counts.numPassedTests;
  // A file that cannot be loaded, or a run that ends badly, fails although none of its tests did.
  const failed = Math.max(counts.numFailedTests, counts.numFailedTestSuites > 0 || !ok ? 1 : 0);
  return { name, passed, failed, skipped: counts.numPendingTests + counts.numTodoTests, seconds };
}

mkdirSync(REPORTS, { recursive: true });
const only = process.argv.slice(2);
const unknown = only.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length) {
  console.error(
    `npm test: no part is called ${unknown.join(', ')}; the parts are ${PARTS.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const outcomes = PARTS.filter(({ name }) => !only.length || only.includes(name)).map(run);
console.log('');
for (const { name, passed, failed, skipped, seconds } of outcomes) {
  console.log(
    `${failed ? 'FAILED' : 'ok    '} ${name.padEnd(14)} ${passed} passed, ${failed} failed, ${skipped} skipped, ${seconds.toFixed(0)} s`,
  );
}
const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
