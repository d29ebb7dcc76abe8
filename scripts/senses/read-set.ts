import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/setup.mjs';
import { type BuiltPage, buildPage, SourceError } from './build-page.ts';
import { readForms } from './forms.ts';

const SET = join(ROOT, 'tests/senses');

export const senseForms = () => readForms(readFileSync(join(SET, 'forms.txt'), 'utf8'));

/** Builds every page of our own set, in the order of their names. Throws a SourceError that lists the faults of all. */
export function readSet(): BuiltPage[] {
  const forms = senseForms();
  const folder = join(SET, 'sources');
  const faults: string[] = [];
  const pages = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      try {
        return [buildPage(file.slice(0, -4), readFileSync(join(folder, file), 'utf8'), forms)];
      } catch (error) {
        faults.push(error instanceof SourceError ? error.message : `${file}: ${(error as Error).message}`);
        return [];
      }
    });
  if (faults.length) throw new SourceError(faults.join('\n'));
  return pages;
}
