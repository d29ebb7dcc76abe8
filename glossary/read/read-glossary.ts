import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault, Finding } from '../faults.ts';
import type { EntrySource } from '../schema.ts';
import { readBody } from './body.ts';
import { decodeFile } from './decode-file.ts';
import { readFront } from './front-matter.ts';

export interface ReadFile {
  id: string;
  file: string;
  /** Null when the file cannot be read as an entry at all. */
  entry: EntrySource | null;
  /** Fields that hold a stand-in because what the file says is faulty. */
  broken: ReadonlySet<string>;
  faults: Fault[];
}

/** Folder of the entries, as messages name it. */
export const TERMS = 'glossary/terms';
/** Folder of the drawings, as messages name it. */
export const DIAGRAMS = 'glossary/diagrams';

/** Reads one entry from its file's name (`token.md`) and bytes. Never throws: what is wrong is in `faults`. */
export function readEntry(name: string, bytes: Uint8Array): ReadFile {
  const id = name.replace(/\.md$/, '');
  const file = `${TERMS}/${name}`;
  const parts = decodeFile(bytes);
  const findings: Finding[] = [...parts.findings];
  const done = (entry: EntrySource | null, broken: ReadonlySet<string> = new Set()): ReadFile => ({
    id,
    file,
    entry,
    broken,
    faults: findings.map((finding) => ({ ...finding, file, rule: 'shape', severity: finding.severity ?? 'error' })),
  });
  if (parts.front === null) return done(null);

  const { data, broken, findings: frontFindings } = readFront(parts.front, id);
  const body = readBody(parts.body);
  findings.push(...frontFindings, ...body.findings);
  if (!data) return done(null);
  const forms = data.forms.map((form, index) => ({
    ...form,
    kind: form.kind ?? (index === 0 ? ('preferred' as const) : ('variant' as const)),
  }));
  for (const { where } of body.findings) broken.add(where);
  const { quick, explanation, faq } = body;
  return done({ ...data, forms, id, file, quick, explanation, faq }, broken);
}

/** The folder of the drawings that belong to a folder of entries. */
export const diagramsBeside = (terms: string): string => join(terms, '..', 'diagrams');

/**
 * Reads every entry of a folder, with its drawing, in the order of the ids. Files whose name does not end in .md are
 * faults, and so are drawings without an entry.
 */
export function readFolder(folder: string): ReadFile[] {
  const files = namesIn(folder).map((item) => {
    if (item.isFile() && item.name.endsWith('.md')) return readEntry(item.name, readFileSync(join(folder, item.name)));
    const found = item.isDirectory() ? 'a folder' : 'a file that is no entry';
    return stray(item.name, `${TERMS}/${item.name}`, found, 'Only <id>.md files belong here: move or delete it.');
  });
  const diagrams = diagramsBeside(folder);
  return [...files, ...(existsSync(diagrams) ? addDiagrams(files, diagrams) : [])];
}

/** Gives each entry its drawing, in place; what is left over comes back as faults. */
function addDiagrams(files: readonly ReadFile[], folder: string): ReadFile[] {
  const byName = new Map(files.map((file) => [`${file.id}.svg`, file]));
  return namesIn(folder).flatMap(({ name }) => {
    const owner = byName.get(name);
    if (owner?.entry) owner.entry.diagram = readFileSync(join(folder, name), 'utf8');
    if (owner) return [];
    const fix = `A drawing is named as its entry, <id>.svg: rename it, or delete it.`;
    return [stray(name, `${DIAGRAMS}/${name}`, 'a drawing of no entry', fix)];
  });
}

const namesIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

function stray(id: string, file: string, found: string, fix: string): ReadFile {
  const fault: Fault = { file, rule: 'shape', severity: 'error', where: 'file', found, fix };
  return { id, file, entry: null, broken: new Set(), faults: [fault] };
}
