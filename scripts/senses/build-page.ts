import { readBlocks } from './blocks.ts';
import type { Forms } from './forms.ts';
import { type About, type Head, readHead } from './head.ts';
import { type Inline, readInline, type Sign } from './inline.ts';
import { documentOf, htmlOf } from './page-html.ts';

export type Zone = 'text' | 'link' | 'heading';

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
  zone: Zone;
}

export interface BuiltPage {
  name: string;
  head: Head;
  html: string;
  /** The page's text, as its offsets count it. */
  text: string;
  /** Every mention in order, those included that two readers may see differently ("?"). */
  mentions: PlacedMention[];
  /** The mentions that are judged. */
  labels: Label[];
  words: number;
}

export class SourceError extends Error {}

/** Characters of context on each side of a mention. */
const CONTEXT = 200;

/** Words of a text as a reader counts them. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;

/** Turns a source into a page and its labels. Throws a SourceError that lists every fault. */
export function buildPage(name: string, source: string, forms: Forms): BuiltPage {
  const faults: string[] = [];
  const split = source.indexOf('\n---\n');
  const head = readHead(source.slice(0, split), faults);
  const blocks = readBlocks(source.slice(split + 5), source.slice(0, split + 5).split('\n').length);
  const html: string[] = [];
  const mentions: PlacedMention[] = [];
  let text = '';
  let about: string = head.about === 'mixed' ? 'other' : head.about;

  /** Adds a line to page and text; gives its HTML. */
  const add = (line: number, written: string, zone: Zone = 'text'): string => {
    const read = readInline(written);
    if (text && read.text) text += ' ';
    for (const mention of mentionsOf(read, forms, head, (fault) => faults.push(`line ${line}: ${fault}`))) {
      mentions.push({
        ...mention,
        start: mention.start + text.length,
        end: mention.end + text.length,
        zone:
          zone === 'text' && read.links.some(({ start, end }) => mention.start >= start && mention.end <= end)
            ? 'link'
            : zone,
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

  const labels = mentions.flatMap((mention, n): Label[] => {
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
        hard: mention.isHard,
        zone: mention.zone,
      },
    ];
  });
  return {
    name,
    head,
    html: documentOf(head, html.join('\n')),
    text,
    mentions,
    labels,
    words: countWords(text),
  };
}

interface Mention {
  start: number;
  end: number;
  sign: Sign;
  form: string;
  isRisky: boolean;
}

/** A mention in the page's text. */
interface PlacedMention extends Mention {
  /** Its page, or the section of a mixed page, is about the other thing. */
  isHard: boolean;
  zone: Zone;
}

/** Every labelled mention of a line, those that label themselves included, in order. */
function mentionsOf(read: Inline, forms: Forms, head: Head, fault: (text: string) => void): Mention[] {
  const mentions: Mention[] = [];
  for (const { start, end, sign, form } of read.marked) {
    const surface = read.text.slice(start, end);
    const known = forms.of(form ?? surface);
    if (!known) fault(`“${form ?? surface}” is marked and no form of forms.txt: write [${sign}${surface}|form]`);
    // What may mean something else is risky, whatever the list says.
    else mentions.push({ start, end, sign, form: known.form, isRisky: known.trust !== 'sure' || sign !== '+' });
  }
  const taken = [...read.marked, ...read.code];
  for (const { start, end, form, trust } of forms.find(read.text)) {
    if (taken.some((span) => span.start < end && span.end > start)) continue;
    const isRisky = trust !== 'sure';
    if (!isRisky || (trust === 'likely' && head.about !== 'other'))
      mentions.push({ start, end, sign: '+', form, isRisky });
    else if (head.isAllOther && trust === 'risky') mentions.push({ start, end, sign: '-', form, isRisky });
    else
      fault(`“${read.text.slice(start, end)}” has no label: …${read.text.slice(Math.max(0, start - 30), end + 20)}…`);
  }
  return mentions.sort((a, b) => a.start - b.start);
}
