import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGlossaryPlugin, type GeneratedFile } from '../../glossary/create-plugin';
import { entryFile } from './entry-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossary-'));
  for (const id of ['pre-training', 'beam-search']) writeFileSync(join(folder, `${id}.md`), entryFile(id));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Bundles a script that imports one of the virtual modules. */
async function bundle(source: string, plugin = createGlossaryPlugin(folder, false), mode = 'production') {
  writeFileSync(join(folder, '.main.js'), source);
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    mode,
    root: folder,
    plugins: [plugin.glossary()],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: join(folder, '.main.js'), preserveEntrySignatures: 'strict' },
    },
  });
  return (result as Rolldown.RolldownOutput).output[0];
}

const FORMS =
  "import forms from 'virtual:glossary/forms'; import { cues } from 'virtual:glossary/cues'; export { forms, cues };";

describe('the glossary plugin', () => {
  it('gives forms and cues as strings, and no word of an entry’s text', async () => {
    const { code } = await bundle(FORMS);
    expect(code).toContain('beam search');
    expect(code).not.toContain('half-finished');
  });

  it('gives an entry loader without the entries, and a search loader', async () => {
    const { code } = await bundle(
      "export { loadEntry } from 'virtual:glossary/entries'; export { loadSearchDocs } from 'virtual:glossary/search';",
    );
    expect(code).toContain('glossary/search.json');
    expect(code).not.toContain('half-finished');
    expect(code).not.toMatch(/zod|yaml/i);
  });

  it('writes shards and the search file for WXT', () => {
    const files: GeneratedFile[] = [];
    createGlossaryPlugin(folder, false).writeGlossaryFiles(files);
    expect(files.map(({ relativeDest }) => relativeDest)).toEqual(['glossary/entries-00.json', 'glossary/search.json']);
    expect(Object.keys(JSON.parse(files[0]!.contents)).sort()).toEqual(['beam-search', 'pre-training']);
    expect(JSON.parse(files[1]!.contents)).toHaveLength(2);
  });

  it('fails the build with every fault of every file', async () => {
    writeFileSync(join(folder, 'one.md'), '');
    writeFileSync(join(folder, 'two-step.md'), entryFile('two-step').replace('kind: method', 'kind: recipe'));
    const failure = await bundle(FORMS).catch((error: Error) => error);
    expect(String(failure)).toContain('2 faults in 2 glossary files');
    expect(String(failure)).toMatch(
      /one\.md\n {2}error {2}file: an empty file[\s\S]*two-step\.md\n {2}error {2}kind: "recipe"/,
    );
    expect(() => createGlossaryPlugin(folder, false).writeGlossaryFiles([])).toThrow('2 faults');
  });

  it('builds what is sound in development, says the faults once, and ties each file to the bundle', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    writeFileSync(join(folder, 'one.md'), '');
    const plugin = createGlossaryPlugin(folder, false);
    const { code, moduleIds } = await bundle(FORMS, plugin, 'development');
    plugin.writeGlossaryFiles([]);
    expect(code).toContain('beam search');
    expect(warned).toHaveBeenCalledTimes(1);
    expect(moduleIds.map((id) => id.split('?')[0])).toContain(join(folder, 'beam-search.md'));
  });

  it('reads the files again when one has changed, and not before', () => {
    const plugin = createGlossaryPlugin(folder, false);
    const search = () => {
      const files: GeneratedFile[] = [];
      plugin.writeGlossaryFiles(files);
      return JSON.parse(files.at(-1)!.contents)[0].quick as string;
    };
    const before = search();
    const path = join(folder, 'beam-search.md');
    writeFileSync(path, entryFile('beam-search').replace('A way of writing', 'One way of writing'));
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
    expect(search()).toBe(before.replace('A way', 'One way'));
  });

  it('ships a drawing with its entry, reads it again when it has changed, and refuses one without an entry', () => {
    const home = mkdtempSync(join(tmpdir(), 'glossary-'));
    const [terms, diagrams] = ['terms', 'diagrams'].map((name) => join(home, name)) as [string, string];
    for (const path of [terms, diagrams]) mkdirSync(path);
    writeFileSync(join(terms, 'pre-training.md'), entryFile('pre-training'));
    const path = join(diagrams, 'pre-training.svg');
    const draw = (words: string) =>
      writeFileSync(
        path,
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><title>One box alone</title><desc>${words}</desc>
         <rect class="box" x="1" y="1" width="9" height="9"/></svg>`,
      );
    const plugin = createGlossaryPlugin(terms, false);
    const alt = () => {
      const files: GeneratedFile[] = [];
      plugin.writeGlossaryFiles(files);
      return JSON.parse(files[0]!.contents)['pre-training'].diagram?.alt as string | undefined;
    };
    try {
      expect(alt()).toBeUndefined();
      draw('A box stands at the left edge, and nothing stands beside it at all.');
      expect(alt()).toMatch(/^A box stands/);
      draw('Some box stands at the left edge, and nothing stands beside it at all.');
      utimesSync(path, new Date(), new Date(Date.now() + 5000));
      expect(alt()).toMatch(/^Some box stands/);
      writeFileSync(join(diagrams, 'post-training.svg'), '<svg/>');
      expect(alt).toThrow(/glossary\/diagrams\/post-training\.svg\n {2}error {2}file: a drawing of no entry/);
    } finally {
      rmSync(home, { recursive: true });
    }
  });

  it('knows no other virtual module', async () => {
    await expect(bundle("export * from 'virtual:glossary/secrets';")).rejects.toThrow(
      'There is no module virtual:glossary/secrets',
    );
  });
});
