import { createMatcher } from '../../../highlighter/match/create-matcher';
import { decodeForms } from '../../../highlighter/match/decode-forms';
import { createSense } from '../../../highlighter/sense/create-sense';
import { createRunWalker } from '../../../highlighter/text/run-walker';
import type { Place, Run, Span } from '../../../highlighter/types';

declare const PACKED: string;
declare const CUES: string;
declare const SENSE: boolean;

/**
 * Our first scan in one go, as the content script runs it: decode the forms, read every run, match,
 * and with SENSE also note the evidence and decide every match. Returns the number of spans kept.
 */
export function run(): number {
  const table = decodeForms(PACKED);
  const matcher = createMatcher(table);
  const walker = createRunWalker(document.body);
  const found: { run: Run; spans: readonly Span[]; place: Place }[] = [];
  const sections = new Map<Element, Place>();
  const sense = SENSE
    ? createSense(table, CUES, {
        title: document.title,
        description: '',
        urlWords: [],
        lang: document.documentElement.lang,
      })
    : null;
  let count = 0;
  for (let run = walker.next(); run; run = walker.next()) {
    const spans = matcher.match(run.text);
    if (!spans.length) continue;
    count += spans.length;
    if (!sense) continue;
    let place = sections.get(run.section);
    if (!place) sections.set(run.section, (place = { section: sections.size, heading: '' }));
    sense.note(run.text, spans, place);
    found.push({ run, spans, place });
  }
  if (!sense) return count;
  sense.settle();
  count = 0;
  for (const { run, spans, place } of found)
    for (const span of spans) if (sense.decide(run.text, span, place, spans).keep) count++;
  return count;
}
