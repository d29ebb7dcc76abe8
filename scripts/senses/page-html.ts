import type { Block } from './blocks.ts';
import type { Zone } from './build-page.ts';
import type { Head } from './head.ts';
import { escapeHtml } from './inline.ts';

/** Tells of a line that stands in the page, and gives its HTML. */
export type Add = (line: number, written: string, zone?: Zone) => string;

export function htmlOf(block: Exclude<Block, { kind: 'on' }>, add: Add): string {
  switch (block.kind) {
    case 'text': {
      const isHeading = /^h\d$/.test(block.tag);
      const inner = add(block.line, block.text, isHeading ? 'heading' : 'text');
      const open = block.className ? `${block.tag} class="${block.className}"` : block.tag;
      const element = `<${open}>${inner}</${block.tag}>`;
      return block.tag === 'figcaption' ? `<figure>${element}</figure>` : element;
    }
    case 'list':
      return `<${block.tag}>${block.items.map(({ line, text }) => `<li>${add(line, text)}</li>`).join('')}</${block.tag}>`;
    case 'table': {
      const rows = block.rows.map(({ line, cells }, i) => {
        const tag = i ? 'td' : 'th';
        return `<tr>${cells.map((cell) => `<${tag}>${add(line, cell)}</${tag}>`).join('')}</tr>`;
      });
      return `<table>${rows.join('')}</table>`;
    }
    case 'terms':
      return `<dl>${block.items.map(({ line, term, text }) => `<dt>${add(line, term)}</dt><dd>${add(line, text)}</dd>`).join('')}</dl>`;
    case 'code':
      return `<pre><code>${add(block.line, codeLine(block.text)).replace(/^<code>|<\/code>$/g, '')}</code></pre>`;
    case 'nav':
      return `<nav><ul>${block.items.map((item) => `<li><a href="#">${add(block.line, codeLine(item)).replace(/^<code>|<\/code>$/g, '')}</a></li>`).join('')}</ul></nav>`;
    case 'open':
      return `<${block.tag}${block.className ? ` class="${block.className}"` : ''}${block.lang ? ` lang="${block.lang}"` : ''}>`;
    case 'close':
      return `</${block.tag.split(' ')[0]}>`;
  }
}

/** Code and navigation are never read, so nothing in them is labelled. White space counts as the page's text counts it. */
const codeLine = (text: string) => `\`${text.replace(/\s+/g, ' ').trim()}\``;

export function documentOf({ title, description, lang, jsonld }: Head, body: string): string {
  const lines = [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeHtml(title)}</title>`,
    ...(description ? [`<meta name="description" content="${escapeHtml(description)}">`] : []),
    ...(jsonld ? [`<script type="application/ld+json">${jsonld}</script>`] : []),
    '</head>',
    '<body>',
    body,
    '</body>',
    '</html>',
    '',
  ];
  return lines.join('\n');
}
