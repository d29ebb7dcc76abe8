/**
 * npm run -s glossary:search -- "query" [--json] [--limit 10]
 *
 * The popup's search on the command line. Where nothing matches, what comes closest, flagged as such.
 */
import { compile } from '../../glossary/compile.ts';
import { readFolder } from '../../glossary/read/read-glossary.ts';
import { createSearch } from '../../glossary/search/create-search.ts';
import { termsFolder } from './terms-folder.ts';

const args = process.argv.slice(2);
const json = args.includes('--json');
const at = args.indexOf('--limit');
const limit = at < 0 ? 10 : Number(args[at + 1]);
const query = args.filter((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1)).join(' ');

if (!query.trim() || !Number.isInteger(limit) || limit < 1) {
  console.error(
    'Say what to look for: npm run -s glossary:search -- "why does it make things up" [--json] [--limit 10]',
  );
  process.exit(1);
}
const { searchDocs } = compile(readFolder(termsFolder()).flatMap(({ entry }) => entry ?? []));
const { search, nearest } = createSearch(searchDocs);
const found = search(query, limit);
const results = found.length ? found : nearest(query, limit);
if (json) console.log(JSON.stringify(results, null, 1));
else {
  if (!found.length) console.log(results.length ? 'Nothing matches. Nearest:' : 'Nothing matches.');
  for (const { id, term, score, why, matched } of results)
    console.log(`${String(score).padStart(5)}  ${term} (${id}): ${why}: ${matched}`);
}
