import { checkGlossary } from '../../glossary/check';
import { readEntry } from '../../glossary/read/read-glossary';
import { TODAY, told } from './make';

/** Faults of one file's text, as `found` lines with their place. */
export function faultsOf(contents: string | Uint8Array, name = 'beam-search.md'): string[] {
  const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
  return told(checkGlossary([readEntry(name, bytes)], TODAY).faults.filter(({ severity }) => severity === 'error'));
}
