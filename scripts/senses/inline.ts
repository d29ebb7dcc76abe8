/**
 * One line of a source: `code`, *em*, **strong**, {link}(address) and the labelled mentions
 * [+AI sense], [-other sense], [?borderline, not judged], [+surface|form of the list].
 */
export type Sign = '+' | '-' | '?';

export interface Marked {
  /** Offsets in the line's text, UTF-16 units. */
  start: number;
  end: number;
  sign: Sign;
  /** The form of the list, where the source names it. */
  form: string | null;
}

export interface Inline {
  /** What a reader sees. */
  text: string;
  html: string;
  marked: Marked[];
  /** Stretches of code, which no reader takes for prose. */
  code: { start: number; end: number }[];
  links: { start: number; end: number }[];
}

const PIECE =
  /`(?<code>[^`]+)`|\*\*(?<strong>.+?)\*\*|\*(?<em>[^*\s](?:[^*]*[^*\s])?)\*|\{(?<link>[^}]+)\}\((?<to>[^)]+)\)|\[(?<sign>[+?-])(?<surface>[^\]|]+)(?:\|(?<form>[^\]]+))?\]/gu;

export function readInline(line: string): Inline {
  const read: Inline = { text: '', html: '', marked: [], code: [], links: [] };
  const plain = (text: string) => {
    read.text += text;
    read.html += escapeHtml(text);
  };
  const nested = (inner: Inline, open: string, close: string) => {
    const by = read.text.length;
    const moved = <T extends { start: number; end: number }>(span: T) => ({
      ...span,
      start: span.start + by,
      end: span.end + by,
    });
    read.marked.push(...inner.marked.map(moved));
    read.code.push(...inner.code.map(moved));
    read.links.push(...inner.links.map(moved));
    read.text += inner.text;
    read.html += `${open}${inner.html}${close}`;
  };
  let at = 0;
  for (const hit of line.matchAll(PIECE)) {
    plain(line.slice(at, hit.index));
    at = hit.index + hit[0].length;
    const { code, strong, em, link, to, sign, surface, form } = hit.groups!;
    const start = read.text.length;
    if (code !== undefined) {
      read.text += code;
      read.html += `<code>${escapeHtml(code)}</code>`;
      read.code.push({ start, end: read.text.length });
    } else if (strong !== undefined) nested(readInline(strong), '<strong>', '</strong>');
    else if (em !== undefined) nested(readInline(em), '<em>', '</em>');
    else if (link !== undefined) {
      nested(readInline(link), `<a href="${escapeHtml(to!)}">`, '</a>');
      read.links.push({ start, end: read.text.length });
    } else {
      plain(surface!);
      read.marked.push({ start, end: read.text.length, sign: sign as Sign, form: form ?? null });
    }
  }
  plain(line.slice(at));
  return read;
}

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
