import type { Matcher } from '../match/create-matcher';
import type { Sense } from '../sense/create-sense';
import { locate } from '../text/locate';
import { headingOf } from '../text/section';
import type { FormTable, Place, Run, Span } from '../types';
import { settledEnd } from '../watch/settled-end';
import type { Chooser } from './create-chooser';
import type { Mentions } from './create-mentions';
import { createNotes } from './create-notes';
import { lettersOf, type Mention, overlaps, stands } from './mention';

/** A growing text counts as settled after this long without a change. */
export const QUIET_MS = 500;
/** So many rejected mentions are kept to be asked about again; a page about finance has thousands. */
const MOST_REJECTED = 300;

/** A painted mention whose text was replaced; the same words close by are taken for it. */
export interface Ghost {
  term: number;
  surface: string;
  reason: string;
}

export interface ReaderOptions {
  table: FormTable;
  matcher: Matcher;
  mentions: Mentions;
  chooser: Chooser;
  /** Takes a mention that is no longer true out of everything. */
  drop(mention: Mention): void;
  now(): number;
}

export interface Reader {
  /** Reads a run for the first time. `rank` orders its mentions (see Mention.rank). */
  read(run: Run, rank: number): void;
  /**
   * Reads a run that changed: mentions that still hold stay the same objects, those of an unfinished last
   * sentence wait while the text is `growing`. Takes the ghosts it finds out of the list.
   */
  reread(run: Run, ghosts: Ghost[], growing: boolean): void;
  /** Those that wait for quiet. */
  readonly unsettled: ReadonlySet<Mention>;
  /** Decides mentions that were undecided: `waiting` and `rejected` ones, and `unsettled` ones that are due. */
  decide(mention: Mention): void;
  /** Asks again about rejected mentions when the page has shown more since. */
  revise(): void;
  /** It is gone: nothing waits for it. */
  forget(mention: Mention): void;
  /** Starts anew with another sense (the page turned into another one). */
  setSense(sense: Pick<Sense, 'note' | 'decide'>): void;
}

/** Turns runs into mentions: match, judge, remember. Every step of a scan and of following the page ends here. */
export function createReader({ table, matcher, mentions, chooser, drop, now }: ReaderOptions): Reader {
  const places = new WeakMap<Element, Required<Place>>();
  const unsettled = new Set<Mention>();
  const rejected = new Set<Mention>();
  let told = false;
  let sections = 0;
  let sense: Pick<Sense, 'note' | 'decide'>;
  let notes: ReturnType<typeof createNotes>;

  let lastSection: Element | null = null;
  let lastPlace: Required<Place>;
  const placeOf = (section: Element): Required<Place> => {
    if (section === lastSection) return lastPlace;
    let place = places.get(section);
    if (!place) {
      let heading: string | null = null;
      place = {
        section: ++sections,
        // Most sections of a long page are never asked for it.
        get heading() {
          return (heading ??= headingOf(section));
        },
        characters: 0,
      };
      places.set(section, place);
    }
    lastSection = section;
    lastPlace = place;
    return place;
  };

  const make = (run: Run, spans: readonly Span[], span: Span, rank: number): Mention => {
    const [from, to] = locate(run, span.start, span.end);
    const nodes =
      from.node === to.node
        ? [from.node]
        : run.nodes.slice(run.nodes.indexOf(from.node), run.nodes.indexOf(to.node) + 1);
    return {
      term: table.terms[span.form]!,
      form: span.form,
      nodes,
      across: nodes.length > 1 ? run.text.slice(span.start, span.end) : '',
      from: from.offset,
      to: to.offset,
      block: run.block,
      section: run.section,
      state: 'waiting',
      reason: '',
      ask: { text: run.text, span, place: placeOf(run.section), spans },
      due: 0,
      rank,
      chosen: false,
      hidden: false,
      checked: false,
      seen: false,
      words: '',
      range: null,
      box: null,
    };
  };

  const keep = (mention: Mention, reason: string) => {
    mention.state = 'kept';
    mention.reason = reason;
    mention.ask = null;
    chooser.add(mention);
  };

  const decide = (mention: Mention) => {
    const { ask } = mention;
    unsettled.delete(mention);
    rejected.delete(mention);
    if (!ask || mention.state === 'kept') return;
    const { keep: kept, reason, pending } = sense.decide(ask.text, ask.span, ask.place, ask.spans);
    if (kept) keep(mention, reason);
    else if (pending) mention.state = 'waiting';
    else {
      mention.state = 'rejected';
      rejected.add(mention);
      if (rejected.size > MOST_REJECTED) for (const oldest of rejected) return drop(oldest);
    }
  };

  const wait = (mention: Mention) => {
    mention.state = 'unsettled';
    mention.due = now() + QUIET_MS;
    unsettled.add(mention);
  };

  return {
    decide,
    unsettled,
    setSense(next) {
      sense = next;
      told = true;
      notes = createNotes(next);
    },

    read(run, rank) {
      const spans = matcher.match(run.text);
      placeOf(run.section).characters += run.text.length;
      if (!spans.length) return;
      // A change was faster than the scan.
      if (run.nodes.some((node) => mentions.of(node).length)) return this.reread(run, [], false);
      notes.first(run.text, spans, placeOf(run.section));
      for (const span of spans) {
        const mention = make(run, spans, span, rank);
        mentions.add(mention);
        decide(mention);
      }
    },

    reread(run, ghosts, growing) {
      const old = new Set<Mention>();
      for (const node of run.nodes) for (const mention of mentions.of(node)) old.add(mention);
      const spans = matcher.match(run.text);
      if (!spans.length && !old.size) return;
      const end = growing ? settledEnd(run.text) : run.text.length;
      if (spans.length && notes.again(run.text, spans, placeOf(run.section), end)) told = true;

      const fresh: Mention[] = [];
      for (const span of spans) {
        const made = make(run, spans, span, NaN);
        const same = find(old, made);
        if (same) {
          old.delete(same);
          if (same.section !== made.section || same.block !== made.block) rehome(same, made);
          if (same.state === 'unsettled') {
            same.ask = made.ask;
            if (span.end <= end) decide(same);
            else wait(same);
          }
        } else fresh.push(made);
      }
      for (const mention of old) {
        // What the reader has seen stays while its words stand and nothing longer covers them.
        const covered = fresh.some((other) => overlaps(other, mention));
        if (covered || !mention.seen || !stands(mention)) {
          if (covered && mention.range) ghosts.push(ghostOf(mention));
          drop(mention);
        }
      }
      for (const mention of fresh) {
        mentions.add(mention);
        const surface = lettersOf(mention);
        const ghost = ghosts.findIndex((other) => other.term === mention.term && other.surface === surface);
        if (ghost >= 0) {
          // It was in sight a moment ago: no need to ask for layout again.
          mention.seen = mention.checked = true;
          mention.words = surface;
          keep(mention, ghosts.splice(ghost, 1)[0]!.reason);
        } else if (mention.ask!.span.end <= end) decide(mention);
        else wait(mention);
      }
    },
    revise() {
      if (!told) return;
      told = false;
      for (const mention of [...rejected]) decide(mention);
    },
    forget(mention) {
      unsettled.delete(mention);
      rejected.delete(mention);
    },
  };

  /** The same text now stands in another block or section: it competes there. */
  function rehome(mention: Mention, { section, block }: Mention) {
    const kept = mention.state === 'kept';
    if (kept) chooser.remove(mention);
    mention.section = section;
    mention.block = block;
    mention.box = null;
    if (kept) chooser.add(mention);
  }
}

function find(among: Iterable<Mention>, wanted: Mention): Mention | null {
  for (const mention of among) {
    if (
      mention.form === wanted.form &&
      mention.from === wanted.from &&
      mention.to === wanted.to &&
      mention.nodes[0] === wanted.nodes[0] &&
      mention.nodes.at(-1) === wanted.nodes.at(-1)
    ) {
      return mention;
    }
  }
  return null;
}

/** What stays of a painted mention whose text is replaced. */
export function ghostOf({ term, words, reason }: Mention): Ghost {
  return { term, surface: words, reason };
}
