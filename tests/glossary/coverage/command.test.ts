import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryFile } from '../entry-file';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terms-'));
  for (const id of ['pre-training', 'beam-search']) writeFileSync(join(folder, `${id}.md`), entryFile(id));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What the command prints about the entries in the temporary folder. */
function coverage(...args: string[]): string {
  const env = { ...process.env, AI_GLOSS_TERMS: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/glossary/coverage.ts', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

describe('npm run glossary:coverage', { timeout: 60_000 }, () => {
  it('prints four shares, then every miss with its weight, heaviest first', () => {
    const [first, ...rest] = coverage().split('\n');
    expect(first).toMatch(/^ +\d\.\d % {2}all terms: 2 of \d{4} terms$/);
    expect(rest.slice(0, 3).map((line) => line.replace(/^.*% {2}/, '').replace(/:.*/, ''))).toEqual([
      'in 5 sources or more',
      'in 3 sources or more',
      'recent pages',
    ]);
    const misses = rest.flatMap((line) => /^ +(\d+) {2}(.+)$/.exec(line)?.slice(1) ?? []);
    expect(misses).toContain('Large language model');
    expect(misses).not.toContain('Pre-training');
    const weights = misses.filter((_, i) => i % 2 === 0).map(Number);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  it('says in data which entry explains what, and less when an entry goes', () => {
    const before = JSON.parse(coverage('--json'));
    expect(before.terms).toContainEqual(
      expect.objectContaining({ term: 'Pre-training', entry: 'pre-training', by: 'name' }),
    );
    rmSync(join(folder, 'pre-training.md'));
    expect(JSON.parse(coverage('--json')).shares[0].share).toBeLessThan(before.shares[0].share);
  });
});
