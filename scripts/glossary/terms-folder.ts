import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the entries; ends the process with one message when it is not there. `AI_GLOSS_TERMS` names another, for tests. */
export function termsFolder(): string {
  const folder = process.env.AI_GLOSS_TERMS ?? fileURLToPath(new URL('../../glossary/terms', import.meta.url));
  if (existsSync(folder)) return folder;
  console.error(`There is no folder ${folder}: run this in a full checkout.`);
  process.exit(1);
}
