/**
 * npm run bench [-- --quick --rounds=N --gate]: measures the scan, the built extension and its weight in real Chromium, and
 * writes docs/performance.md and artifacts/bench.json. `--quick` takes two rounds and writes to artifacts/ only;
 * `--rounds` sets how many of each (15 on small pages and 7 on big ones by itself); `--gate` fails when a bar is missed.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { barsOf, isMet } from '../tests/bench/bars.ts';
import { toMarkdown } from '../tests/bench/markdown.ts';
import { type Report, runBench } from '../tests/bench/run.ts';
import { findBrowser } from './browser/find.ts';
import { Refusal, runCommand } from './lib/refusal.ts';
import { ROOT } from './lib/setup.mjs';

const LEAST_CHROMIUM = '128';
const FLAGS = /^--(quick|gate|rounds=[1-9]\d*)$/;

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

await runCommand(async (args) => {
  const unknown = args.find((arg) => !FLAGS.test(arg));
  if (unknown) throw new Refusal(`npm run bench knows --quick, --rounds=N and --gate, not ${unknown}.`);
  const quick = args.includes('--quick');
  const rounds = Number(args.find((arg) => arg.startsWith('--rounds='))?.slice('--rounds='.length)) || null;
  const browser = await findBrowser('chromium', LEAST_CHROMIUM);
  if (browser.branded) {
    throw new Refusal('npm run bench needs Chromium: Chrome and Edge load no extension from the command line.');
  }
  const artifacts = join(ROOT, 'artifacts');
  mkdirSync(artifacts, { recursive: true });
  const json = join(artifacts, quick ? 'bench-quick.json' : 'bench.json');
  const page = quick ? join(artifacts, 'performance-quick.md') : join(ROOT, 'docs', 'performance.md');
  const judge = (report: Report) => barsOf(report).map((bar) => ({ ...bar, met: isMet(bar, bar.bar) }));
  const report = await runBench({
    browser,
    command: ['npm run bench', ...(args.length ? ['--', ...args] : [])].join(' '),
    commit: commit(),
    rounds: rounds ?? (quick ? 2 : null),
    log: (line) => process.stderr.write(`${line}\n`),
    save(soFar) {
      writeFileSync(json, `${JSON.stringify({ ...soFar, bars: judge(soFar) }, null, 2)}\n`);
      writeFileSync(page, toMarkdown(soFar));
    },
  });
  console.log(toMarkdown(report));
  console.log(`Written: ${relative(ROOT, page)}, ${relative(ROOT, json)}`);
  const missed = judge(report).filter(({ met }) => met === false);
  return args.includes('--gate') && missed.length ? 1 : 0;
});
