import type { Decision, FormTable, PageContext, Place, Span } from '../types';
import { type Cue, decodeCues, speaks } from './cues';
import { type About, createEvidence } from './evidence';
import { createRedefinitions } from './redefinitions';
import { isShortName } from './short-name';
import { createTopics } from './topics';
import { plain, surroundings } from './wording';

export interface Sense {
  /**
   * Counts the spans of one run as evidence of what page and section are about. Once per run, in any
   * order; runs without spans need not be told. Also for headings. Later text may still be added.
   */
  note(text: string, spans: readonly Span[], place: Place): void;
  /** Says that the first full scan is done, so that risky forms may be decided. `characters` = length of all text read. */
  settle(characters?: number): void;
  /** What is known so far of the page: is it about AI, and of what does it speak most? */
  about(): { page: About; subjects: string };
  /**
   * Is this span of `text` meant as the AI term? Before `settle()` only forms that are safe wherever
   * they stand are answered, all others are `pending` and not kept. `spans` = all of the text.
   */
  decide(text: string, span: Span, place: Place, spans: readonly Span[]): Decision;
}

/** A mention is kept from this many points on. A page about AI gives it all of them, so that then only what speaks against decides. */
const KEEP = 2;

/** Decides which spans are meant as AI terms, from strings and numbers only. The same input gives the same answer. */
export function createSense(table: FormTable, packedCues: string, context: PageContext): Sense {
  const cuesOf = decodeCues(packedCues);
  const evidence = createEvidence(table, context);
  const topics = createTopics();
  const redefined = createRedefinitions(table);
  const title = plain(`${context.title} ${context.urlWords.join(' ')}`);
  const titleTopic = topics.of(title, 1);
  const foreign = context.lang !== '' && !context.lang.startsWith('en');
  let done = false;
  const heads = new WeakMap<readonly Span[], Span[]>();
  const headings = new WeakMap<Place, string>();

  const decide = (text: string, { start, end, form: index }: Span, place: Place, spans: readonly Span[]): Decision => {
    const form = table.form(index);
    const cues = cuesOf(form.term);
    let { risk } = form;
    // In capitals RAG may be a rag: the case rule, which made it safe, says nothing there.
    if (risk === 'none' && form.match === 'exact' && !form.text.includes(' ') && isShouted(text, start, end))
      risk = 'page';
    const meaning = redefined.of(index);
    if (meaning) return { keep: false, reason: `here it stands for “${meaning}”` };
    const safe = risk === 'none';
    if (safe && (!cues || !isShortName(form.text))) return { keep: true, reason: 'this term is used of AI only' };
    if (!safe && !done) return { keep: false, reason: 'the page is not read to its end yet', pending: true };

    const { sentence, around, sentenceAt, aroundAt } = surroundings(text, start, end);
    const heading = headingOf(place);
    const spoken = (list: readonly Cue[] | undefined, where: string) => list?.filter((cue) => speaks(cue, where)) ?? [];

    const opposed = spoken(cues?.against, sentence);
    const page = evidence.page();
    let opposition = 0;
    for (const { bound } of opposed) opposition += bound ? 4 : 2;
    opposition += Math.min(spoken(cues?.against, around).length, 2);
    opposition += 1.5 * spoken(cues?.against, heading).length;
    if (page !== 'yes') opposition += 2 * spoken(cues?.against, title).length;
    const topic = topics.of(sentence + around + heading, 2);
    if (topic) opposition += page === 'yes' ? 1 : 2;
    if (titleTopic && page !== 'yes') opposition += 2;
    const against = opposed[0]?.words.replace('~', '…') ?? topic ?? titleTopic ?? 'its place';

    if (safe) {
      // A short name that other trades use too (LoRA and LoRa): safe unless they are spoken of here.
      if (opposition < KEEP || (done && page === 'yes')) return { keep: true, reason: 'this term is used of AI only' };
      if (!done) return { keep: false, reason: 'the page is not read to its end yet', pending: true };
      return { keep: false, reason: `“${against}” speaks against the AI sense` };
    }

    const section = evidence.section(place.section, place.characters ?? 0);
    const near = headWithin(text, spans, sentenceAt, form.term);
    const nearby = near ?? headWithin(text, spans, aroundAt, form.term);
    // What a page or section is about; a word beside an unmistakable one needs no more.
    let points = page === 'yes' ? 2 : page === 'leaning' ? 1 : 0;
    if (section === 'yes') points = Math.max(points + 0.5, 1.5);
    else if (section === 'leaning' && page !== 'yes') points += 0.25;
    if (near) points += 1.5;
    else if (nearby) points += 0.75;

    const helped = spoken(cues?.for, sentence);
    let help = 0;
    for (const { bound } of helped) help += bound ? 2 : 1;
    help = Math.min(help, 2.5) + Math.min(0.5 * spoken(cues?.for, around).length, 1);
    help += Math.min(0.5 * spoken(cues?.for, heading).length, 1);
    // Cues are everyday words too: where nothing unmistakable stands nearby they do not carry a mention alone.
    if (page !== 'yes' && section === 'no' && !nearby) help = Math.min(help, 0.5);
    points += help;
    if (risk === 'page') points += 0.5;
    // Other languages have these words as their own, and our cues cannot speak against.
    if (foreign && risk === 'cues') points -= 1;

    const cue = helped.find(({ words }) => words !== '~')?.words.replace('~', '…');
    if (points - opposition < KEEP) {
      if (opposition > 0 && points >= KEEP) return { keep: false, reason: `“${against}” speaks against the AI sense` };
      if (page === 'yes') return { keep: false, reason: 'nothing near it speaks for the AI sense' };
      return { keep: false, reason: 'neither page nor section is about AI' };
    }
    const why =
      page === 'yes'
        ? `the page is about ${evidence.subjects()}`
        : section === 'yes'
          ? `this section speaks of ${evidence.subjects(place.section)}`
          : `“${nearby ?? cue}” stands nearby`;
    return { keep: true, reason: cue && page === 'yes' ? `${why}; “${cue}” nearby` : why };
  };

  /** A short name proves nothing where its neighbours or the text itself give it another meaning. */
  const isEvidence = (text: string) => (span: Span) => {
    const { term, text: name } = table.form(span.form);
    if (!isShortName(name)) return true;
    const against = cuesOf(term)?.against;
    if (redefined.of(span.form) || isShouted(text, span.start, span.end)) return false;
    if (!against) return true;
    const { sentence } = surroundings(text, span.start, span.end);
    return !against.some((cue) => speaks(cue, sentence));
  };

  /** An unmistakable AI term, of another entry, in a stretch of the text. */
  const headWithin = (text: string, spans: readonly Span[], [from, to]: [number, number], term: number) => {
    let known = heads.get(spans);
    if (!known) {
      const isHead = isEvidence(text);
      heads.set(spans, (known = spans.filter((span) => table.form(span.form).risk === 'none' && isHead(span))));
    }
    const head = known.find(({ start, end, form }) => start >= from && end <= to && table.terms[form] !== term);
    return head
      ? text
          .slice(head.start, head.end)
          .toLowerCase()
          .replace(/[\s-]+/g, ' ')
      : null;
  };

  const headingOf = (place: Place): string => {
    let heading = headings.get(place);
    if (heading === undefined) headings.set(place, (heading = plain(place.heading)));
    return heading;
  };

  return {
    note(text, spans, { section }) {
      redefined.note(text, spans);
      evidence.note(text, spans.filter(isEvidence(text)), section);
    },
    settle(characters = 0) {
      done = true;
      evidence.total(characters);
    },
    about: () => ({ page: evidence.page(), subjects: evidence.subjects() }),
    decide,
  };
}

/** Does the mention stand among capitals only, such as a headline's? */
function isShouted(text: string, start: number, end: number): boolean {
  const letters = (text.slice(Math.max(0, start - 80), start) + text.slice(end, end + 80)).replace(/[^\p{L}]/gu, '');
  return letters.length >= 12 && letters === letters.toUpperCase();
}
