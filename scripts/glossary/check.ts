/**
 * npm run glossary:check            every fault of every entry
 * npm run glossary:check -- id …    those of these entries
 *
 * Exit code 1 when there is an error; what is merely missing for now is listed and counted.
 */
import { checkGlossary } from '../../glossary/check.ts';
import { report } from '../../glossary/faults.ts';
import { readFolder } from '../../glossary/read/read-glossary.ts';
import { termsFolder } from './terms-folder.ts';

const wanted = process.argv.slice(2).map((name) => name.replace(/^.*\//, '').replace(/\.md$/, ''));
const files = readFolder(termsFolder());
const unknown = wanted.filter((id) => !files.some((file) => file.id === id));
for (const id of unknown) console.error(`No entry "${id}": ${nearest(id)}.`);

const only = new Set(wanted);
const { faults } = checkGlossary(files);
const shown = faults.filter(({ file }) => !only.size || only.has(file.replace(/^.*\//, '').replace(/\.md$/, '')));
if (shown.length) console.log(`${report(shown)}\n`);
const errors = shown.filter(({ severity }) => severity === 'error').length;
const count = only.size ? only.size - unknown.length : files.length;
console.log(`${count} entries checked: ${errors} errors, ${shown.length - errors} missing for now.`);
process.exitCode = errors || unknown.length ? 1 : 0;

function nearest(id: string): string {
  const like = files.filter((file) => file.id.includes(id) || id.includes(file.id)).map((file) => file.id);
  return like.length ? `did you mean ${like.slice(0, 5).join(', ')}` : 'npm run new-term -- "Term" makes one';
}
