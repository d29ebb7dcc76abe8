import type { Inline, Paragraph } from '../types.ts';

export interface InlineResult {
  paragraph: Paragraph;
  /** Marks that open and never close, or that we do not know; each as the text found. */
  faults: string[];
}

const TOKEN =
  /\\([\\*`[\]])|\[\[([^[\]|]*)(?:\|([^[\]|]*))?\]\]|\*\*([^*\s](?:[^*]*[^*\s])?)\*\*|\*([^*\s](?:[^*]*[^*\s])?)\*|`([^`]+)`/g;
const STRAY = /\[\[|\]\]|\*\*|(?<![\s\d])\*|\*(?![\s\d])|`|\]\(|<\/?[a-z][^>]*>/i;

/** Text before a place where a sentence opens, so that a bare link there gets its capital. */
const OPENS = /(?:^|[.!?]["”’)]?\s+)$/;

/**
 * Inline Markdown of one paragraph: `[[id]]`, `[[id|text]]`, `*em*`, `**strong**`, `` `code` ``, and
 * a backslash before a sign that is meant as itself. `nameOf` gives the text of a bare link, or null
 * for an id that no entry has: such a link becomes plain text.
 */
export function parseInline(text: string, nameOf: (id: string) => string | null): InlineResult {
  const paragraph: Inline[] = [];
  const faults: string[] = [];
  const say = (plain: string, checked = true) => {
    if (!plain) return;
    const stray = checked ? STRAY.exec(plain) : null;
    if (stray) faults.push(plain.slice(Math.max(0, stray.index - 12), stray.index + 24));
    if (typeof paragraph.at(-1) === 'string') paragraph[paragraph.length - 1] += plain;
    else paragraph.push(plain);
  };
  let last = 0;
  for (const found of text.matchAll(TOKEN)) {
    say(text.slice(last, found.index));
    last = found.index + found[0].length;
    const [, escaped, link, label, strong, em, code] = found;
    if (escaped !== undefined) say(escaped, false);
    else if (link !== undefined) {
      const id = link.trim();
      const name = nameOf(id);
      const bare = name || id.replaceAll('-', ' ');
      const shown =
        label?.trim() || (OPENS.test(text.slice(0, found.index)) ? bare[0]?.toUpperCase() + bare.slice(1) : bare);
      if (name === null) say(shown, false);
      else paragraph.push(['term', id, shown]);
    } else if (strong !== undefined) paragraph.push(['strong', strong]);
    else if (em !== undefined) paragraph.push(['em', em]);
    else paragraph.push(['code', code!]);
  }
  say(text.slice(last));
  return { paragraph, faults };
}

/** The ids that a paragraph links to, in order. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(/\[\[([^[\]|]*)/g)].map((found) => found[1]!.trim());
}

/** A paragraph's words without any markup. */
export function plainText(paragraph: Paragraph): string {
  return paragraph.map((part) => (typeof part === 'string' ? part : part[0] === 'term' ? part[2] : part[1])).join('');
}

/** Markdown to plain text, for rules that count or compare words: a bare link reads as its id's words. */
export function strip(text: string): string {
  return plainText(parseInline(text, (id) => id.replaceAll('-', ' ')).paragraph);
}
