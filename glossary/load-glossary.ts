import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkGlossary } from './check.ts';
import { type Compiled, compile, pack } from './compile.ts';
import type { Fault } from './faults.ts';
import { readFolder } from './read/read-glossary.ts';
import { type Shard, shardsOf } from './shards.ts';

export interface LoadedGlossary extends Compiled {
  forms: string;
  cues: string;
  shards: Shard[];
  /** Faults of severity error. */
  errors: Fault[];
  /** Absolute paths of the entries' files. */
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
    const names = readdirSync(folder).sort();
    const stamp = names.map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`).join('\n');
    if (last?.stamp !== stamp) last = { stamp, glossary: load(folder) };
    return last.glossary;
  };
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
  const paths = files.map(({ file }) => join(folder, file.replace(/^.*\//, '')));
  return { ...compiled, ...pack(compiled), shards: shardsOf(compiled), errors, paths };
}
