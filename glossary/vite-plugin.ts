import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { GlossaryError } from './faults.ts';
import { createLoader, type LoadedGlossary } from './load-glossary.ts';

const folder = process.env.AI_GLOSS_TERMS ?? fileURLToPath(new URL('./terms', import.meta.url));
const loaderPath = fileURLToPath(new URL('./load-entry.ts', import.meta.url));
const read = createLoader(folder);
/** WXT builds worker and content scripts in build mode while it serves the pages, so the mode tells. */
let developing = false;
let reported: LoadedGlossary | null = null;

const VIRTUAL = 'virtual:glossary/';
/** Query that turns an entry's file into an empty module: it only ties the file to the bundle, for reloads. */
const WATCHED = '?watched';

/**
 * The glossary as virtual modules (see virtual.d.ts). A fault in any entry fails the build with all
 * faults listed; `AI_GLOSS_ALLOW_FAULTS=1` builds what is sound, and development always does.
 */
export function glossary(): Plugin {
  return {
    name: 'ai-gloss:glossary',
    configResolved(config) {
      developing = config.mode === 'development';
    },
    resolveId(id) {
      if (id.startsWith(VIRTUAL)) return `\0${id}`;
      return id.endsWith(`.md${WATCHED}`) ? id : null;
    },
    load(id) {
      if (id.endsWith(`.md${WATCHED}`)) return { code: 'export {};', moduleSideEffects: 'no-treeshake' };
      if (!id.startsWith(`\0${VIRTUAL}`)) return null;
      const compiled = load();
      for (const path of compiled.paths) this.addWatchFile(path);
      const ties = developing
        ? compiled.paths.map((path) => `import ${JSON.stringify(path + WATCHED)};\n`).join('')
        : '';
      switch (id.slice(VIRTUAL.length + 1)) {
        case 'forms':
          return `${ties}export default ${literal(compiled.forms)};\nexport const cues = ${literal(compiled.cues)};\n`;
        case 'entries':
          return `${ties}import { createEntryLoader } from ${JSON.stringify(loaderPath)};\nexport const loadEntry = createEntryLoader(${compiled.shards.length});\n`;
        case 'search':
          return `export { loadSearchFile as loadSearchDocs } from ${JSON.stringify(loaderPath)};\n`;
        default:
          throw new Error(`There is no module ${id.slice(1)}: glossary/virtual.d.ts lists them`);
      }
    },
    configureServer({ watcher }) {
      watcher.add(folder);
      // A new or removed file is in no bundle yet: tell the server as a change of one that is.
      const nudge = (path: string) => {
        const known = read().paths.find((other) => other !== path);
        if (path.startsWith(folder) && known) watcher.emit('all', 'change', known);
      };
      watcher.on('add', nudge);
      watcher.on('unlink', nudge);
    },
  };
}

/** The compiled glossary; throws with all faults where faults are not allowed, else warns once. */
function load(): LoadedGlossary {
  const compiled = read();
  const { errors } = compiled;
  if (!errors.length || process.env.VITEST || reported === compiled) return compiled;
  if (!developing && process.env.AI_GLOSS_ALLOW_FAULTS !== '1') {
    throw new GlossaryError(errors, ' (AI_GLOSS_ALLOW_FAULTS=1 builds all the same)');
  }
  reported = compiled;
  console.warn(new GlossaryError(errors).message);
  return compiled;
}

/** A file that WXT writes beside the bundles (its type for generated public files). */
export interface GeneratedFile {
  relativeDest: string;
  contents: string;
}

/** Adds the entries' shards and the search file to WXT's list of public files (hook `build:publicAssets`). */
export function writeGlossaryFiles(files: object[]): void {
  const { shards, searchDocs } = load();
  const generated: GeneratedFile[] = shards.map(({ path, data }) => ({
    relativeDest: path,
    contents: JSON.stringify(data),
  }));
  generated.push({ relativeDest: 'glossary/search.json', contents: JSON.stringify(searchDocs) });
  files.push(...generated);
}

/** Template literals keep line breaks as they are, and compress better than escapes. */
const literal = (text: string) => `\`${text.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``;
