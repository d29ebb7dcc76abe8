import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryFile } from './entry-file';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terms-'));
  for (const id of ['pre-training', 'beam-search']) writeFileSync(join(folder, `${id}.md`), entryFile(id));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a script as npm does, on the temporary folder. */
function run(script: string, ...args: string[]) {
  const env = { ...process.env, AI_GLOSS_TERMS: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/glossary/${script}.ts`, ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the glossary’s commands', { timeout: 60_000 }, () => {
  it('check: quiet and 0 when nothing is wrong, 1 with every fault when something is', () => {
    expect(run('check')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/2 entries checked: 0 errors, \d+ missing for now\.\n$/),
    });
    writeFileSync(join(folder, 'one.md'), 'x');
    writeFileSync(join(folder, 'beam-search.md'), entryFile('beam-search').replace('level: 2', 'level: 9'));
    const all = run('check');
    expect(all.status).toBe(1);
    expect(all.stdout).toContain('no front matter');
    expect(all.stdout).toContain('level: "9"');
    expect(run('check', 'pre-training').status).toBe(0);
    const one = run('check', 'glossary/terms/beam-search.md');
    expect(one).toMatchObject({ status: 1, stdout: expect.stringContaining('1 entries checked: 1 errors') });
    expect(one.stdout).not.toContain('no front matter');
  });

  it('check: names an entry that is not there', () => {
    expect(run('check', 'beam')).toMatchObject({ status: 1, stderr: 'No entry "beam": did you mean beam-search.\n' });
  });

  it('new-term: writes one file, then refuses to write it again', () => {
    const made = run('new-term', 'Top', 'p');
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(made.stdout).toMatch(/^Wrote glossary\/terms\/top-p\.md/);
    expect(existsSync(join(folder, 'top-p.md'))).toBe(true);
    expect(run('check', 'top-p').status).toBe(1);
    writeFileSync(join(folder, 'top-p.md'), 'mine');
    expect(run('new-term', 'Top-p')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: '"Top-p" is there already: edit glossary/terms/top-p.md\n',
    });
    expect(readFileSync(join(folder, 'top-p.md'), 'utf8')).toBe('mine');
    expect(run('new-term')).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Name the term.*\n$/) });
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('json: prints the glossary, or all faults and nothing else', () => {
    const { status, stdout } = run('json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).map(({ id }: { id: string }) => id)).toEqual(['beam-search', 'pre-training']);
    writeFileSync(join(folder, 'one.md'), '');
    expect(run('json')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('an empty file') });
  });

  it('search: prints results, flags what is only near, and asks for a query', () => {
    expect(JSON.parse(run('search', 'beem search', '--json').stdout)[0]).toMatchObject({
      id: 'beam-search',
      why: 'typo',
    });
    expect(JSON.parse(run('search', 'translator of zebras in winter nights', '--json').stdout)[0]).toMatchObject({
      nearest: true,
    });
    expect(run('search')).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Say what to look for/) });
    expect(run('search', 'beam', '--limit', 'x').status).toBe(1);
  });

  it('review: writes the page, and checks that it is up to date', () => {
    const page = join(mkdtempSync(join(tmpdir(), 'review-')), 'review.md');
    const check = () => run('review', '--check', '--out', page);
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining('not up to date') });
    expect(run('review', '--out', page)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('0 of 2 entries read'),
    });
    expect(check().status).toBe(0);
    const read = 'secondReading: { date: 2026-11-24, claims: 3, faults: 1, mended: 1 }\nevidence:';
    writeFileSync(join(folder, 'beam-search.md'), entryFile('beam-search').replace('evidence:', read));
    expect(check().status).toBe(1);
    expect(run('review', '--out', page).stdout).toContain('1 of 2 entries read, 3 claims checked, 1 faults found');
    writeFileSync(join(folder, 'beam-search.md'), 'x');
    expect(run('review', '--out', page)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('beam-search.md'),
    });
    rmSync(dirname(page), { recursive: true });
  });

  it('say so when the folder is not there', () => {
    rmSync(folder, { recursive: true });
    for (const script of ['check', 'json', 'new-term']) {
      expect(run(script, 'beam-search')).toMatchObject({
        status: 1,
        stderr: `There is no folder ${folder}: run this in a full checkout.\n`,
      });
    }
    writeFileSync(folder, '');
  });
});
