import type { Block } from './blocks.ts';
import { readBlocks } from './blocks.ts';
import type { Forms } from './forms.ts';
import { escapeHtml, type Inline, readInline, type Sign } from './inline.ts';

export type About = 'ai' | 'mixed' | 'other';
const ABOUTS: readonly string[] = ['ai', 'mixed', 'other'];

/** What a source says of its page before the body. */
export interface Head {
  title: string;
  description: string;
  /** news, forum, recipe … for the figures per kind. */
  kind: string;
  about: About;
  lang: string;
  jsonld: string;
  /** Listed words without a mark are labelled "other sense": on pages with nothing about AI only. */
  isAllOther: boolean;
}

/** One label, in the format of the labelled pages; see tests/senses/README.md. */
export interface Label {
  id: string;
  page: string;
  context: string;
  surface: string;
  /** Offset of surface in context, and in the page's text; UTF-16 units. */
  start: number;
  page_offset: number;
  page_kind: About;
  is_ai_sense: boolean;
  form: string;
  ambiguous: boolean;
  hard: boolean;
  zone: 'text' | 'link' | 'heading';
}

export interface BuiltPage {
  name: string;
  head: Head;
  html: string;
  /** The page's text, as its offsets count it. */
  text: string;
  labels: Label[];
  /** Mentions that two readers may see differently: marks there are neither right nor wrong. */
  unjudged: { start: number; end: number }[];
  words: number;
}

export class SourceError extends Error {}

/** Characters of context on each side of a mention. */
const CONTEXT = 200;

/** Turns a source into a page and its labels. Throws a SourceError that lists every fault. */
export function buildPage(name: string, source: string, forms: Forms): BuiltPage {
  const faults: string[] = [];
  const split = source.indexOf('\n---\n');
  const head = readHead(source.slice(0, split), faults);
  const blocks = readBlocks(source.slice(split + 5), source.slice(0, split + 5).split('\n').length);
  const html: string[] = [];
  const found: (Mention & { start: number; end: number })[] = [];
  let text = '';
  let about: string = head.about === 'mixed' ? 'other' : head.about;

  /** Adds a line to page and text; gives its HTML. */
  const add = (line: number, written: string, zone: Label['zone'] = 'text'): string => {
    const read = readInline(written);
    if (text && read.text) text += ' ';
    for (const mention of mentionsOf(read, forms, head, (fault) => faults.push(`line ${line}: ${fault}`))) {
      found.push({
        ...mention,
        start: mention.start + text.length,
        end: mention.end + text.length,
        zone: zone === 'text' && mention.isLink ? 'link' : zone,
        isHard: mention.sign === '+' ? about !== 'ai' : about === 'ai',
      });
    }
    text += read.text;
    return read.html;
  };
  for (const block of blocks) {
    if (block.kind !== 'on') html.push(htmlOf(block, add));
    else if (head.about !== 'mixed') faults.push('@on is for mixed pages');
    else about = block.about;
  }
  if (/\s{2}/.test(text)) faults.push(`two spaces in “${text.slice(text.search(/\s{2}/) - 20).slice(0, 40)}”`);
  if (faults.length) throw new SourceError(faults.map((fault) => `${name}: ${fault}`).join('\n'));

  const labels = found.flatMap((mention, n): Label[] => {
    if (mention.sign === '?') return [];
    const from = Math.max(0, mention.start - CONTEXT);
    return [
      {
        id: `${name}:${n}`,
        page: `${name}.html`,
        context: text.slice(from, mention.end + CONTEXT),
        surface: text.slice(mention.start, mention.end),
        start: mention.start - from,
        page_offset: mention.start,
        page_kind: head.about,
        is_ai_sense: mention.sign === '+',
        form: mention.form,
        ambiguous: mention.isRisky,
        hard: mention.isHard ?? false,
        zone: mention.zone ?? 'text',
      },
    ];
  });
  return {
    name,
    head,
    html: documentOf(head, html.join('\n')),
    text,
    labels,
    unjudged: found.filter(({ sign }) => sign === '?').map(({ start, end }) => ({ start, end })),
    words: text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0,
  };
}

interface Mention {
  start: number;
  end: number;
  sign: Sign;
  form: string;
  isRisky: boolean;
  isLink: boolean;
  isHard?: boolean;
  zone?: Label['zone'];
}

/** Every labelled mention of a line, those that label themselves included, in order. */
function mentionsOf(read: Inline, forms: Forms, head: Head, fault: (text: string) => void): Required<Mention>[] {
  const mentions: Mention[] = [];
  for (const { start, end, sign, form, isLink } of read.marked) {
    const surface = read.text.slice(start, end);
    const known = forms.of(form ?? surface);
    if (!known) fault(`“${form ?? surface}” is marked and no form of forms.txt: write [${sign}${surface}|form]`);
    // What may mean something else is risky, whatever the list says.
    else mentions.push({ start, end, sign, form: known.form, isRisky: known.isRisky || sign !== '+', isLink });
  }
  const taken = [...read.marked, ...read.code];
  for (const { start, end, form, isRisky } of forms.find(read.text)) {
    if (taken.some((span) => span.start < end && span.end > start)) continue;
    if (!isRisky) mentions.push({ start, end, sign: '+', form, isRisky, isLink: false });
    else if (head.isAllOther) mentions.push({ start, end, sign: '-', form, isRisky, isLink: false });
    else
      fault(`“${read.text.slice(start, end)}” has no label: …${read.text.slice(Math.max(0, start - 30), end + 20)}…`);
  }
  return mentions.sort((a, b) => a.start - b.start) as Required<Mention>[];
}

type Add = (line: number, written: string, zone?: Label['zone']) => string;

function htmlOf(block: Exclude<Block, { kind: 'on' }>, add: Add): string {
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

function readHead(text: string, faults: string[]): Head {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, key, value] = /^([a-z]+): (.+)$/.exec(line) ?? [];
    if (!key) faults.push(`head line “${line}” is no “key: value”`);
    else fields.set(key, value!);
  }
  const about = fields.get('about') ?? '';
  for (const key of ['title', 'kind']) if (!fields.has(key)) faults.push(`the head has no ${key}`);
  if (!ABOUTS.includes(about)) faults.push(`about: “${about}” is none of ${ABOUTS.join(', ')}`);
  const unmarked = fields.get('unmarked');
  if (unmarked && (unmarked !== 'other' || about !== 'other'))
    faults.push('unmarked: other is for pages about other things');
  return {
    title: fields.get('title') ?? '',
    description: fields.get('description') ?? '',
    kind: fields.get('kind') ?? '',
    about: about as About,
    lang: fields.get('lang') ?? 'en',
    jsonld: fields.get('jsonld') ?? '',
    isAllOther: unmarked === 'other',
  };
}

function documentOf({ title, description, lang, jsonld }: Head, body: string): string {
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
