import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkGlossary } from '../../glossary/check';
import { compile, pack } from '../../glossary/compile';
import { report } from '../../glossary/faults';
import { readFolder } from '../../glossary/read/read-glossary';
import { rules } from '../../glossary/rules/index';
import { shardsOf } from '../../glossary/shards';

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const files = readFolder(path('glossary/terms'));
const { glossary, faults } = checkGlossary(files);

describe('the glossary', () => {
  it.each(files.map(({ id, file }) => ({ id, file })))('$id has no fault', ({ file }) => {
    const errors = faults.filter((fault) => fault.file === file && fault.severity === 'error');
    expect(errors.length, `\n${report(errors)}\n`).toBe(0);
  });

  it('packs: no form belongs to two entries', () => {
    const { forms } = pack(compile(glossary.entries));
    expect(forms.split('\n')[0]).toMatch(new RegExp(`^${glossary.entries.length} \\d+$`));
  });

  it('has shards of at most 128 kB', () => {
    for (const { path, data } of shardsOf(compile(glossary.entries))) {
      expect(JSON.stringify(data).length, path).toBeLessThan(128_000);
    }
  });
});

describe('the rules', () => {
  const HELPERS = ['rule', 'index', 'common-words', 'allowed-words'];
  const written = readdirSync(path('glossary/rules')).map((name) => name.replace('.ts', ''));

  it('are all in force, each in the file of its name, each with its test', () => {
    const names = rules.map(({ name }) => name).sort();
    expect(names).toEqual(written.filter((name) => !HELPERS.includes(name)).sort());
    expect(readdirSync(path('tests/glossary/rules')).sort()).toEqual(names.map((name) => `${name}.test.ts`).sort());
    for (const { name } of rules) {
      expect(readFileSync(path(`glossary/rules/${name}.ts`), 'utf8'), name).toContain(`name: '${name}'`);
    }
  });
});
