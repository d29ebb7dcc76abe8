import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkGlossary } from '../../glossary/check';
import { compile, pack } from '../../glossary/compile';
import { createLoader } from '../../glossary/load-glossary';
import { readFolder } from '../../glossary/read/read-glossary';
import { createSearch } from '../../glossary/search/create-search';
import { shardsOf } from '../../glossary/shards';
import { entryFile } from './entry-file';

const COUNT = 1500;
/** Syllables make names of many letters, so that packing and search see words and not numbers. */
const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi xo zu kra ble dri flo gru'.split(' ');
const nameOf = (i: number) =>
  [i, i * 7 + 3, i * 13 + 5]
    .map((n) => SYLLABLES[n % 20]! + SYLLABLES[Math.floor(n / 20) % 20]! + SYLLABLES[Math.floor(n / 400) % 20]!)
    .join('-');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scale-'));
  writeFileSync(join(folder, 'pre-training.md'), entryFile('pre-training'));
  for (let i = 1; i < COUNT; i++) {
    const id = nameOf(i);
    const forms = ['a', 'b', 'c'].map((end) => `  - ${id.split('-').slice(0, 2).join('')}${end}x${i}\n`).join('');
    writeFileSync(join(folder, `${id}.md`), entryFile(id).replace('relations:\n', `${forms}relations:\n`));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function timed<T>(what: string, run: () => T): T {
  const start = performance.now();
  const result = run();
  console.log(`${what.padEnd(44)} ${(performance.now() - start).toFixed(1).padStart(8)} ms`);
  return result;
}

describe(`${COUNT} entries and ${COUNT * 4} forms`, () => {
  it('are read, checked, compiled, packed and searched (times are printed, not judged)', { timeout: 120_000 }, () => {
    const files = timed('read and parse', () => readFolder(folder));
    const { glossary, faults } = timed('check by every rule', () => checkGlossary(files));
    // Short definitions of so few words repeat now and then, which the rule on templates rightly tells.
    const errors = faults.filter(({ severity, rule }) => severity === 'error' && rule !== 'templates');
    expect(errors.map(({ file, where, found, rule }) => `${file} ${where} ${found} ${rule}`).slice(0, 3)).toEqual([]);
    const compiled = timed('compile', () => compile(glossary.entries));
    expect(compiled.entries).toHaveLength(COUNT);
    const { forms } = timed('pack forms and cues', () => pack(compiled));
    expect(forms.split('\n')[0]).toBe(`${COUNT} ${COUNT * 4 - 3}`);
    const shards = timed('deal out to shards', () => shardsOf(compiled));
    expect(shards.reduce((sum, { data }) => sum + Object.keys(data).length, 0)).toBe(COUNT);
    console.log(
      `forms ${(gzipSync(forms).length / 1024).toFixed(1)} kB gzipped; ${shards.length} shards, the largest ${(Math.max(...shards.map(({ data }) => JSON.stringify(data).length)) / 1024).toFixed(0)} kB`,
    );

    const { search } = timed('search: set up', () => createSearch(compiled.searchDocs));
    const name = nameOf(700);
    expect(timed('search: first query, builds the text index', () => search('how does a translator pick'))).not.toEqual(
      [],
    );
    expect(timed('search: a name', () => search(name.replaceAll('-', ' ')))[0]!.id).toBe(name);
    expect(timed('search: a typo', () => search(`${name.slice(0, 6)}x${name.slice(6)}`))[0]!.id).toBe(name);
    timed('search: a question', () => search('why does it keep several half finished answers'));

    const load = createLoader(folder);
    const first = timed('load, as a build does', load);
    expect(timed('load again, as the next bundle does', load)).toBe(first);
  });
});
