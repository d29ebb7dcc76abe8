/**
 * npm run new-term -- "Beam search"
 *
 * Writes glossary/terms/beam-search.md with everything that an entry needs, and says what to fill in.
 * Exit code 1 with one line when the term cannot be one or is taken.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkGlossary } from '../../glossary/check.ts';
import { report } from '../../glossary/faults.ts';
import { readEntry, readFolder, TERMS } from '../../glossary/read/read-glossary.ts';
import { scaffold } from '../../glossary/scaffold.ts';
import { termsFolder } from './terms-folder.ts';

const folder = termsFolder();
const files = readFolder(folder);
try {
  const { id, contents } = scaffold(process.argv.slice(2).join(' '), files, new Date().toISOString().slice(0, 10));
  // "wx" refuses to overwrite, also a file that appeared a moment ago.
  writeFileSync(join(folder, `${id}.md`), contents, { flag: 'wx' });
  const { faults } = checkGlossary([...files, readEntry(`${id}.md`, Buffer.from(contents))], undefined, id);
  console.log(`Wrote ${TERMS}/${id}.md. To fill in:\n\n${report(faults)}\n\nThen: npm run glossary:check -- ${id}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
