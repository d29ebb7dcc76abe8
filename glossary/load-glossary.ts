import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkGlossary } from './check.ts';
import { type Compiled, compile, pack } from './compile.ts';
import type { Fault } from './faults.ts';
import { diagramsBeside, readFolder } from './read/read-glossary.ts';
import { type Shard, shardsOf } from './shards.ts';

export interface LoadedGlossary extends Compiled {
  forms: string;
  cues: string;
  shards: Shard[];
  /** Faults of severity error. */
  errors: Fault[];
  /** Absolute paths of the files of entries and drawings. */
  paths: string[];
}

/**
 * Reads, checks and compiles a folder of entries, once for as long as no file in it changes:
 * a build makes a bundle per entrypoint and asks for each. Faults are in `errors`; what is sound is
 * compiled all the same. Throws PackError when two entries claim one form.
 */
export function createLoader(folder: string): () => LoadedGlossary {
  let last: { stamp: string; glossary: LoadedGlossary } | null = null;
  return () => {
    const stamp = filesOf(folder)
      .map((path) => `${path} ${statSync(path).mtimeMs}`)
      .join('\n');
    if (last?.stamp !== stamp) last = { stamp, glossary: load(folder) };
    return last.glossary;
  };
}

/** Absolute paths of all that a glossary is made of, in order. */
function filesOf(folder: string): string[] {
  return [folder, diagramsBeside(folder)]
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
    .filter((path) => !basename(path).startsWith('.'))
    .sort();
}

function load(folder: string): LoadedGlossary {
  const files = readFolder(folder);
  const { glossary, faults } = checkGlossary(files);
  const errors = faults.filter(({ severity }) => severity === 'error');
  const claimed = new Set(
    errors.filter(({ rule }) => rule === 'form-owners').map(({ file, where }) => `${file} ${where}`),
  );
  // A form that two entries claim cannot be packed: neither gets it, and the fault says so.
  const entries = glossary.entries.map((entry) => ({
    ...entry,
    forms: entry.forms.filter((_, i) => !claimed.has(`${entry.file} forms[${i}]`)),
  }));
  const compiled = compile(entries.filter(({ forms }) => forms.length));
  return { ...compiled, ...pack(compiled), shards: shardsOf(compiled), errors, paths: filesOf(folder) };
}
