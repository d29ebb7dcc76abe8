/** Reads labelled pages in jsdom with the real walk, matcher and sense. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { createLoader } from '../../glossary/load-glossary';
import { type PackEntry, packCues, packForms } from '../../glossary/pack-forms';
import { createMatcher } from '../../highlighter/match/create-matcher';
import { decodeForms } from '../../highlighter/match/decode-forms';
import { createSense } from '../../highlighter/sense/create-sense';
import { createRunWalker } from '../../highlighter/text/run-walker';
import type { Place, Risk, Run, Span } from '../../highlighter/types';

export interface Label {
  id: string;
  page: string;
  surface: string;
  start: number;
  context: string;
  page_offset: number;
  page_kind: string;
  is_ai_sense: boolean;
  ambiguous: boolean;
  hard: boolean;
}

export interface Row {
  label: Label;
  kept: boolean;
  reason: string;
  risk: Risk;
  /** The mention with its neighbours. */
  text: string;
}

interface HeldOut {
  text(document: Document): unknown;
  range(document: Document, label: Label, text: unknown): Range | null;
}

interface Task {
  folder: string;
  labels: Label[];
  locate: string;
  terms: string;
  wide: boolean;
}

export async function judge({ folder, labels, locate, terms, wide }: Task): Promise<{ rows: Row[]; pages: string[] }> {
  const entries = createLoader(terms)().packEntries;
  if (wide) entries.push(...labelEntries(labels, entries));
  const table = decodeForms(packForms(entries));
  const cues = packCues(entries);
  const matcher = createMatcher(table);
  const { HeldOut } = new Function(`${locate}; return globalThis;`)() as { HeldOut: HeldOut };
  const rows: Row[] = [];
  const pages: string[] = [];

  for (const page of [...new Set(labels.map((label) => label.page))]) {
    const dom = new JSDOM(readFileSync(join(folder, page), 'utf8'), { url: `https://example.org/${page}` });
    const { document } = dom.window;
    Object.assign(globalThis, { NodeFilter: dom.window.NodeFilter });
    const sense = createSense(table, cues, contextOf(document));
    const read = new Map<Node, { run: Run; spans: readonly Span[]; place: Place }>();
    const places = new Map<Element, Required<Place>>();
    let characters = 0;
    const walker = createRunWalker(document);
    for (let run = walker.next(); run; run = walker.next()) {
      characters += run.text.length;
      const spans = matcher.match(run.text);
      const { section } = run;
      let place = places.get(section);
      if (!place) {
        const heading = /^h\d$/.test(section.localName) ? (section.textContent ?? '') : '';
        places.set(section, (place = { section: places.size, heading, characters: 0 }));
      }
      place.characters += run.text.length;
      if (spans.length) sense.note(run.text, spans, place);
      for (const node of run.nodes) read.set(node, { run, spans, place });
    }
    sense.settle(characters);
    pages.push(`${page}: ${characters} characters, about AI: ${sense.about().page}, ${sense.about().subjects}`);

    const text = HeldOut.text(document);
    for (const label of labels) {
      if (label.page !== page) continue;
      const range = HeldOut.range(document, label, text);
      const found = range && read.get(range.startContainer);
      if (!found) continue;
      const { run, spans, place } = found;
      const at = run.starts[run.nodes.indexOf(range.startContainer as Text)]! + range.startOffset;
      const span = spans.find((span) => span.start <= at && span.end > at);
      if (!span) continue;
      const { keep, reason } = sense.decide(run.text, span, place, spans);
      const around = run.text.slice(Math.max(0, span.start - 50), span.start);
      const mention = `${around}[${run.text.slice(span.start, span.end)}]${run.text.slice(span.end, span.end + 40)}`;
      rows.push({ label, kept: keep, reason, risk: table.form(span.form).risk, text: mention.replace(/\s+/g, ' ') });
    }
    dom.window.close();
  }
  return { rows, pages };
}

function contextOf(document: Document) {
  return {
    title: document.title,
    description: document.querySelector<HTMLMetaElement>('meta[name=description i]')?.content ?? '',
    // The folder's names say what kind a page is: no look at them.
    urlWords: [],
    lang: document.documentElement.lang.toLowerCase(),
  };
}

/** Every labelled word that is no form yet, as an entry of its own without cues. */
function labelEntries(labels: Label[], entries: PackEntry[]): PackEntry[] {
  const key = (text: string) => text.toLowerCase().replace(/[ -]/g, '').replace(/s$/, '');
  const known = new Set(entries.flatMap(({ forms }) => forms.map(({ text }) => key(text))));
  const added: PackEntry[] = [];
  for (const { surface, ambiguous } of labels) {
    if (known.has(key(surface)) || !/^[a-z0-9]/i.test(surface)) continue;
    known.add(key(surface));
    added.push({
      id: `label-${added.length}`,
      level: 2,
      forms: [{ text: surface, kind: 'variant', match: 'any', risk: ambiguous ? 'cues' : 'none' }],
    });
  }
  return added;
}
