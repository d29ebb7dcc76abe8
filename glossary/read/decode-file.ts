import type { Finding } from '../faults.ts';

export interface FileParts {
  /** The YAML between the fences, or null where there is none. */
  front: string | null;
  body: string;
  findings: Finding[];
}

/** Splits the bytes of an entry's file into front matter and body; takes a byte order mark and CRLF. */
export function decodeFile(bytes: Uint8Array): FileParts {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    const at = firstBadLine(bytes);
    return fault('file', `bytes that are not UTF-8 in line ${at}`, 'Save the file as UTF-8.');
  }
  if (!text.trim()) {
    return fault('file', 'an empty file', 'Write the entry (docs/entry-format.md) or delete the file.');
  }
  if (!text.startsWith('---\n')) {
    return fault(
      'file',
      `no front matter: the first line is ${JSON.stringify(text.split('\n')[0]!.slice(0, 60))}`,
      'Start the file with a line of three hyphens, then the fields, then three hyphens again.',
    );
  }
  const end = /^---[ \t]*$/m.exec(text.slice(4));
  if (!end) {
    return fault('file', 'front matter without its end', 'Close it with a line of three hyphens before the text.');
  }
  return { front: text.slice(4, 4 + end.index), body: text.slice(4 + end.index + end[0].length), findings: [] };
}

function fault(where: string, found: string, fix: string): FileParts {
  return { front: null, body: '', findings: [{ where, found, fix }] };
}

function firstBadLine(bytes: Uint8Array): number {
  const decoded = new TextDecoder('utf-8').decode(bytes);
  const at = decoded.indexOf('\uFFFD');
  return decoded.slice(0, at).split('\n').length;
}
