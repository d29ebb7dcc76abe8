import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Met } from './explain.ts';
import type { Concept, Source, Weighted } from './merge.ts';

/** Where the lists lie, from the project's root. */
export const COVERAGE = 'docs/coverage';

/** The rows of a table with tabs, without its first line of names. Throws, naming the file and line, at a row of another width. */
function rows(file: string): string[][] {
  const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const width = head!.split('\t').length;
  return lines.map((line, i) => {
    const cells = line.split('\t');
    if (cells.length !== width) throw new Error(`${file}:${i + 2}: ${cells.length} cells instead of ${width}.`);
    return cells;
  });
}

/** The head terms of every source in the folder; lines with # say what the source is. */
export function readSources(folder: string): Source[] {
  return readdirSync(join(folder, 'sources'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({
      id: name.replace(/\.txt$/, ''),
      terms: readFileSync(join(folder, 'sources', name), 'utf8')
        .split('\n')
        .filter((line) => line && !line.startsWith('# ')),
    }));
}

export function readConcepts(folder: string): Concept[] {
  return rows(join(folder, 'aliases.tsv')).map(([term, also]) => ({
    term: term!,
    also: also!.split('; ').filter(Boolean),
  }));
}

/** The frozen merge: every term with the sources that have it. */
export function readTerms(folder: string, file = 'terms.tsv'): Weighted[] {
  return rows(join(folder, file)).map(([term, , sources]) => ({ term: term!, sources: sources!.split(' ') }));
}

/** The terms to be explained: those of the lists, and those that recent pages use. */
export function readMet(folder: string): { listed: Met[]; recent: Met[] } {
  const also = new Map(readConcepts(folder).map((concept) => [concept.term, concept.also]));
  const met = (term: string, weight: number): Met => ({ term, weight, also: also.get(term) ?? [] });
  return {
    listed: readTerms(folder).map(({ term, sources }) => met(term, sources.length)),
    recent: rows(join(folder, 'recent.tsv')).map(([term]) => met(term!, 0)),
  };
}
