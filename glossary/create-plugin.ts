import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { GlossaryError } from './faults.ts';
import { createLoader, type LoadedGlossary } from './load-glossary.ts';
import { diagramsBeside } from './read/read-glossary.ts';

const VIRTUAL = 'virtual:glossary/';
/** Query that turns an entry's file into an empty module: it only ties the file to the bundle, for reloads. */
const WATCHED = '?watched';
const LOAD_ENTRY = JSON.stringify(fileURLToPath(new URL('./load-entry.ts', import.meta.url)));

/** A file that WXT writes beside the bundles (its type for generated public files). */
export interface GeneratedFile {
  relativeDest: string;
  contents: string;
}

export interface GlossaryPlugin {
  /** The glossary as virtual modules (see virtual.d.ts). A fault in any entry fails the build with all faults listed. */
  glossary(): Plugin;
  /** Adds the entries' shards and the search file to WXT's list of public files (hook `build:publicAssets`). */
  writeGlossaryFiles(files: object[]): void;
}

/**
 * One compiled glossary for all bundles of a process. Where faults are allowed, and always in
 * development, what is sound is built and the faults are printed once.
 */
export function createGlossaryPlugin(folder: string, allowFaults: boolean): GlossaryPlugin {
  const read = createLoader(folder);
  // WXT builds worker and content scripts in build mode while it serves the pages, so the mode tells.
  let developing = false;
  let reported: LoadedGlossary | null = null;

  const load = (): LoadedGlossary => {
    const compiled = read();
    if (!compiled.errors.length || reported === compiled) return compiled;
    if (!developing && !allowFaults) {
      const error = new GlossaryError(compiled.errors, ' (AI_GLOSS_ALLOW_FAULTS=1 builds all the same)');
      // Where in the plugin it was thrown helps nobody who has an entry to mend.
      error.stack = '';
      throw error;
    }
    reported = compiled;
    console.warn(new GlossaryError(compiled.errors).message);
    return compiled;
  };

  const code = (name: string, compiled: LoadedGlossary): string => {
    const ties = developing ? compiled.paths.map((path) => `import ${JSON.stringify(path + WATCHED)};\n`).join('') : '';
    switch (name) {
      case 'forms':
        return `${ties}export default ${literal(compiled.forms)};\n`;
      case 'cues':
        return `${ties}export const cues = ${literal(compiled.cues)};\n`;
      case 'entries':
        return `${ties}import { createEntryLoader } from ${LOAD_ENTRY};\nexport const loadEntry = createEntryLoader(${compiled.shards.length});\n`;
      case 'search':
        return `export { loadSearchFile as loadSearchDocs } from ${LOAD_ENTRY};\n`;
      default:
        throw new Error(`There is no module ${VIRTUAL}${name}: glossary/virtual.d.ts lists them`);
    }
  };

  return {
    glossary: () => ({
      name: 'ai-gloss:glossary',
      configResolved(config) {
        developing = config.mode === 'development';
      },
      resolveId(id) {
        if (id.startsWith(VIRTUAL)) return `\0${id}`;
        return id.endsWith(WATCHED) ? id : null;
      },
      load(id) {
        if (id.endsWith(WATCHED)) return { code: 'export {};', moduleSideEffects: 'no-treeshake' };
        if (!id.startsWith(`\0${VIRTUAL}`)) return null;
        const compiled = load();
        for (const path of compiled.paths) this.addWatchFile(path);
        return code(id.slice(VIRTUAL.length + 1), compiled);
      },
      configureServer({ watcher }) {
        const folders = [folder, diagramsBeside(folder)];
        watcher.add(folders);
        // A new or removed file is in no bundle yet: tell the server as a change of one that is.
        const nudge = (path: string) => {
          const known = folders.some((one) => path.startsWith(one)) && read().paths.find((other) => other !== path);
          if (known) watcher.emit('all', 'change', known);
        };
        watcher.on('add', nudge);
        watcher.on('unlink', nudge);
      },
    }),
    writeGlossaryFiles(files) {
      const { shards, searchDocs } = load();
      const generated: GeneratedFile[] = [
        ...shards.map(({ path, data }) => ({ relativeDest: path, contents: JSON.stringify(data) })),
        { relativeDest: 'glossary/search.json', contents: JSON.stringify(searchDocs) },
      ];
      files.push(...generated);
    },
  };
}

/** Template literals keep line breaks as they are, and compress better than escapes. */
const literal = (text: string) => `\`${text.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``;
