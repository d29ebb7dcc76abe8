/**
 * npm run -s glossary:json
 *
 * The whole glossary as JSON for other programs: plain text, paragraphs apart by a blank line, and
 * every form as readers may meet it. Exit code 1 with all faults when an entry has an error.
 */
import { checkGlossary } from '../../glossary/check.ts';
import { compile } from '../../glossary/compile.ts';
import { GlossaryError } from '../../glossary/faults.ts';
import { readFolder } from '../../glossary/read/read-glossary.ts';
import { toJson } from '../../glossary/to-json.ts';
import { termsFolder } from './terms-folder.ts';

// A reader that has seen enough (`| head`) closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const { glossary, faults } = checkGlossary(readFolder(termsFolder()));
const errors = faults.filter(({ severity }) => severity === 'error');
if (errors.length) {
  console.error(new GlossaryError(errors).message);
  process.exitCode = 1;
} else {
  process.stdout.write(`${JSON.stringify(toJson(compile(glossary.entries)), null, 1)}\n`);
}
