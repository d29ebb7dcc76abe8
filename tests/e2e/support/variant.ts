import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILD } from './launch';

export interface Variant {
  /** The unpacked extension. */
  folder: string;
  /** Changes the text of one of its files, below `folder`. */
  edit(file: string, change: (text: string) => string): void;
  /** Adds a file. */
  add(file: string, text: string): void;
  remove(): void;
}

/** A copy of the built extension, to be changed and loaded in its place. */
export function copyBuild(): Variant {
  const folder = mkdtempSync(join(tmpdir(), 'ai-gloss-variant-'));
  cpSync(BUILD, folder, { recursive: true });
  return {
    folder,
    edit(file, change) {
      const path = join(folder, file);
      writeFileSync(path, change(readFileSync(path, 'utf8')));
    },
    add: (file, text) => writeFileSync(join(folder, file), text),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A change of manifest.json. */
// biome-ignore lint/suspicious/noExplicitAny: a manifest as the build has written it
export const inManifest = (change: (manifest: any) => void) => (text: string) => {
  const manifest = JSON.parse(text);
  change(manifest);
  return JSON.stringify(manifest);
};
