/**
 * npm run glossary:coverage              the share of what readers meet that we explain, and every miss
 * npm run -s glossary:coverage -- --json the same as data
 *
 * What readers meet is in docs/coverage; its README says how the lists came about.
 */
import { fileURLToPath } from 'node:url';
import { explain, shareOf } from '../../glossary/coverage/explain.ts';
import { COVERAGE, readMet } from '../../glossary/coverage/read-lists.ts';
import { readFolder } from '../../glossary/read/read-glossary.ts';
import { termsFolder } from './terms-folder.ts';

// A reader that has seen enough (`| head`) closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const { listed, recent } = readMet(fileURLToPath(new URL(`../../${COVERAGE}`, import.meta.url)));
const entries = readFolder(termsFolder()).flatMap(({ entry }) => entry ?? []);
const inLists = explain(listed, entries);
const onPages = explain(recent, entries);
const shares = [
  shareOf('all terms', inLists),
  shareOf(
    'in 5 sources or more',
    inLists.filter(({ weight }) => weight >= 5),
  ),
  shareOf(
    'in 3 sources or more',
    inLists.filter(({ weight }) => weight >= 3),
  ),
  shareOf('recent pages', onPages),
];
const misses = inLists.filter(({ entry }) => !entry);
const recentMisses = onPages.filter(({ entry }) => !entry);

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ shares, terms: inLists, recent: onPages }, null, 1)}\n`);
} else {
  for (const { name, terms, explained, byOtherName, share } of shares) {
    const other = byOtherName ? `, ${byOtherName} of them by another of their names` : '';
    console.log(`${(share * 100).toFixed(1).padStart(5)} %  ${name}: ${explained} of ${terms} terms${other}`);
  }
  if (misses.length) console.log(`\nNot explained, by the number of sources that have it:`);
  for (const { term, weight } of misses) console.log(`${String(weight).padStart(4)}  ${term}`);
  if (recentMisses.length) console.log(`\nNot explained, and used by recent pages:`);
  for (const { term } of recentMisses) console.log(`      ${term}`);
}
