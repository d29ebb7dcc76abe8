/**
 * Reads pages in jsdom with the real walk, matcher and sense, without a browser: fast, and it tells why a match was
 * rejected. What a page hides is not known here, and nothing is decided before the page is read to its end.
 */
import { basename } from 'node:path';
import { JSDOM } from 'jsdom';
import { pageOffsets } from '../../entrypoints/explain.content/page-text';
import { createLoader } from '../../glossary/load-glossary';
import { type PackEntry, packCues, packForms } from '../../glossary/pack-forms';
import { createMatcher } from '../../highlighter/match/create-matcher';
import { decodeForms } from '../../highlighter/match/decode-forms';
import { createSense } from '../../highlighter/sense/create-sense';
import { locate } from '../../highlighter/text/locate';
import { createRunWalker } from '../../highlighter/text/run-walker';
import { headingOf } from '../../highlighter/text/section';
import type { Place, Risk, Run, Span } from '../../highlighter/types';
import { readContext } from '../../highlighter/watch/page-context';
import { countWords, type Label } from './build-page';
import type { LabelledSet, SetPage } from './labelled-set';

/** A match of the glossary's forms, offsets in the page's text. */
export interface Match {
  start: number;
  end: number;
  id: string;
  risk: Risk;
  kept: boolean;
  reason: string;
}

export interface JudgedPage {
  matches: Match[];
  /** Is the page about AI, by sense's own evidence? */
  isAboutAi: boolean;
  /** Words of the text that is read. */
  words: number;
  /** Ids of labels whose words are a form of the glossary. */
  known: Set<string>;
}

export interface Task {
  set: LabelledSet;
  /** Folder of the glossary's entries. */
  terms: string;
  /** Also take the labels' own words for forms, without cues: how page and section alone decide. */
  wide: boolean;
}

export function judgeInProcess({ set, terms, wide }: Task): Map<string, JudgedPage> {
  const entries = createLoader(terms)().packEntries;
  if (wide) entries.push(...labelEntries(set, entries));
  const table = decodeForms(packForms(entries));
  const cues = packCues(entries);
  const matcher = createMatcher(table);

  const judgePage = (page: SetPage): JudgedPage => {
    // The address that a browser would be given; folders of a set tell what its pages are, so they are left out.
    const dom = new JSDOM(page.html, { url: `https://example.org/${basename(page.name)}` });
    const { document } = dom.window;
    Object.assign(globalThis, { NodeFilter: dom.window.NodeFilter });
    const sense = createSense(table, cues, readContext(document));
    const read: { run: Run; spans: readonly Span[]; place: Place }[] = [];
    const places = new Map<Element, Required<Place>>();
    let characters = 0;
    let words = 0;
    const walker = createRunWalker(document);
    for (let run = walker.next(); run; run = walker.next()) {
      characters += run.text.length;
      words += countWords(run.text);
      const spans = matcher.match(run.text);
      const { section } = run;
      let place = places.get(section);
      if (!place) {
        places.set(section, (place = { section: places.size, heading: headingOf(section), characters: 0 }));
      }
      place.characters += run.text.length;
      if (!spans.length) continue;
      sense.note(run.text, spans, place);
      read.push({ run, spans, place });
    }
    sense.settle(characters);

    const found = read.flatMap(({ run, spans, place }) => spans.map((span) => ({ run, spans, span, place })));
    const ends = found.flatMap(({ run, span }) => {
      const [from] = locate(run, span.start, span.start + 1);
      const [to] = locate(run, span.end - 1, span.end);
      return [from, to];
    });
    const offsets = pageOffsets(document.body, ends);
    const matches = found.map(({ run, spans, span, place }, i): Match => {
      const { keep, reason } = sense.decide(run.text, span, place, spans);
      const { term, risk } = table.form(span.form);
      return {
        start: offsets[2 * i]!,
        end: offsets[2 * i + 1]! + 1,
        id: table.ids[term]!,
        risk,
        kept: keep,
        reason,
      };
    });
    const isAboutAi = sense.about().page === 'yes';
    dom.window.close();
    const isKnown = (label: Label) =>
      matches.some((match) => overlaps(match, label)) || matcher.match(label.surface).length > 0;
    return { matches, isAboutAi, words, known: new Set(page.labels.filter(isKnown).map(({ id }) => id)) };
  };
  return new Map(set.pages.map((page) => [page.name, judgePage(page)]));
}

const overlaps = ({ start, end }: Match, { page_offset, surface }: Label) =>
  start < page_offset + surface.length && end > page_offset;

/** Every labelled word that is no form yet, as an entry of its own without cues. */
function labelEntries(set: LabelledSet, entries: PackEntry[]): PackEntry[] {
  const key = (text: string) => text.toLowerCase().replace(/[ -]/g, '').replace(/s$/, '');
  const known = new Set(entries.flatMap(({ forms }) => forms.map(({ text }) => key(text))));
  const added: PackEntry[] = [];
  for (const { surface, ambiguous } of set.pages.flatMap(({ labels }) => labels)) {
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
