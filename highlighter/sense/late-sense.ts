import type { FormTable, PageContext, Place, Span } from '../types';
import type { Sense } from './create-sense';
import { isShortName } from './short-name';

export type CreateSense = (table: FormTable, context: PageContext) => Sense;

/** So many runs are remembered while nothing on the page is surely about AI; a page about finance has thousands. */
const MOST_RUNS = 1_000;

export interface LateSense extends Pick<Sense, 'note' | 'settle' | 'decide'> {
  /**
   * True when the page has an unmistakable AI term, so that sense has something to decide. Where it has none,
   * create-sense keeps nothing (see the points there), and need not be loaded.
   */
  wanted(): boolean;
  /** Tells the real one, in steps, all that was read before; then that one answers. Yields the size of each step. */
  become(create: CreateSense): Iterable<number>;
}

/** Stands in for sense until its script is loaded: keeps what is safe wherever it stands, and remembers what it is told. */
export function createLateSense(table: FormTable, context: PageContext): LateSense {
  let real: Sense | null = null;
  let runs: [string, readonly Span[], Place][] = [];
  let heads = false;
  let read: number | null = null;

  return {
    wanted: () => heads,
    note(text, spans, place) {
      if (real) return real.note(text, spans, place);
      for (const { form } of spans) heads ||= table.form(form).risk === 'none';
      if (heads || runs.length < MOST_RUNS) runs.push([text, spans, place]);
    },
    settle(characters = 0) {
      read = characters;
      real?.settle(characters);
    },
    decide(text, span, place, spans) {
      if (real) return real.decide(text, span, place, spans);
      const { risk, match, text: form } = table.form(span.form);
      // In capitals, and beside other trades' words, a short name may stand for something else.
      const isSafe = risk === 'none' && (match === 'any' || form.includes(' ')) && !isShortName(form);
      if (isSafe) return { keep: true, reason: 'this term is used of AI only' };
      return { keep: false, reason: 'nothing on the page is surely about AI', pending: heads || read === null };
    },
    *become(create) {
      if (real) return;
      const next = create(table, context);
      // More may be read between the steps.
      for (let at = 0; at < runs.length; at++) {
        next.note(...runs[at]!);
        yield 256;
      }
      runs = [];
      real = next;
      if (read !== null) real.settle(read);
    },
  };
}
