/** Takes a source's body apart into blocks; see tests/senses/README.md for how it is written. */

export type Block =
  | { kind: 'text'; tag: string; line: number; text: string; className?: string }
  | { kind: 'list'; tag: 'ul' | 'ol'; items: { line: number; text: string }[] }
  | { kind: 'table'; rows: { line: number; cells: string[] }[] }
  | { kind: 'terms'; items: { line: number; term: string; text: string }[] }
  | { kind: 'code'; line: number; text: string }
  | { kind: 'nav'; line: number; items: string[] }
  | { kind: 'open'; line: number; tag: string; className?: string; lang?: string; by?: string }
  | { kind: 'close'; line: number; tag: string }
  /** From here on a mixed page speaks of this. */
  | { kind: 'on'; about: string };

const OPENERS: Record<string, { tag: string; className?: string }> = {
  article: { tag: 'article' },
  section: { tag: 'section' },
  aside: { tag: 'aside' },
  comment: { tag: 'div', className: 'comment' },
  message: { tag: 'div', className: 'message' },
  card: { tag: 'div', className: 'card' },
};
const LINES: Record<string, { tag: string; className?: string }> = {
  meta: { tag: 'p', className: 'meta' },
  caption: { tag: 'figcaption' },
  quote: { tag: 'blockquote' },
  footer: { tag: 'footer' },
};

/** `first` is the line number of the body's first line. Throws on what it cannot read. */
export function readBlocks(body: string, first: number): Block[] {
  const lines = body.split('\n');
  const blocks: Block[] = [];
  const open: string[] = [];
  const shut = (line: number) => blocks.push({ kind: 'close', line, tag: open.pop()! });
  for (let i = 0; i < lines.length; i++) {
    const line = first + i;
    const text = lines[i]!.trim();
    if (!text) continue;
    /** This line and those after it that look alike. */
    const run = (pattern: RegExp) => {
      const from = i;
      while (pattern.test(lines[i + 1]?.trim() ?? '')) i++;
      return lines.slice(from, i + 1).map((each, k) => ({ line: first + from + k, text: each.trim() }));
    };
    const directive = /^@(\w+) ?(.*)$/.exec(text);
    if (directive) {
      const [, name, rest] = directive as unknown as [string, string, string];
      if (name === 'nav') blocks.push({ kind: 'nav', line, items: rest.split(/ ?\| ?/) });
      else if (name === 'on') blocks.push({ kind: 'on', about: rest });
      else if (name === 'end') {
        if (!open.length) throw new Error(`line ${line}: @end without an open block`);
        shut(line);
      } else if (LINES[name]) blocks.push({ kind: 'text', line, text: rest, ...LINES[name] });
      else if (name === 'lang' || OPENERS[name]) {
        // A comment ends where the next one begins.
        const opener = OPENERS[name] ?? { tag: 'div' };
        const isTalk = name === 'comment' || name === 'message' || name === 'card';
        if (isTalk && open.at(-1) === `div ${name}`) shut(line);
        open.push(isTalk ? `div ${name}` : opener.tag);
        blocks.push({ kind: 'open', line, ...opener, ...(name === 'lang' ? { lang: rest } : {}) });
        if (name !== 'lang' && rest) blocks.push({ kind: 'text', tag: 'p', className: 'by', line, text: rest });
      } else throw new Error(`line ${line}: unknown directive @${name}`);
    } else if (text.startsWith('```')) {
      const end = lines.findIndex((each, k) => k > i && each.trim() === '```');
      if (end < 0) throw new Error(`line ${line}: the code block is not closed`);
      blocks.push({ kind: 'code', line, text: lines.slice(i + 1, end).join('\n') });
      i = end;
    } else if (/^#{1,4} /.test(text)) {
      const level = text.indexOf(' ');
      blocks.push({ kind: 'text', tag: `h${level}`, line, text: text.slice(level + 1) });
    } else if (/^- /.test(text)) {
      const items = run(/^- /).map((item) => ({ ...item, text: item.text.slice(2) }));
      blocks.push({ kind: 'list', tag: 'ul', items });
    } else if (/^\d+\. /.test(text)) {
      const items = run(/^\d+\. /).map((item) => ({ ...item, text: item.text.replace(/^\d+\. /, '') }));
      blocks.push({ kind: 'list', tag: 'ol', items });
    } else if (text.startsWith('|')) {
      const rows = run(/^\|/).map(({ line, text }) => ({ line, cells: cellsOf(text) }));
      blocks.push({ kind: 'table', rows });
    } else if (/ :: /.test(text)) {
      const items = run(/ :: /).map(({ line, text }) => {
        const [term, ...rest] = text.split(' :: ') as [string, ...string[]];
        return { line, term, text: rest.join(' :: ') };
      });
      blocks.push({ kind: 'terms', items });
    } else blocks.push({ kind: 'text', tag: 'p', line, text });
  }
  while (open.length) shut(first + lines.length);
  return blocks;
}

/** Cells of `| a | b |`; the bar in [+surface|form] is none. */
const cellsOf = (row: string) =>
  row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\[[^\]]*)\|/)
    .map((cell) => cell.trim());
