import type { Sense } from '../sense/create-sense';
import type { Place, Span } from '../types';

/** Text is told apart by so many letters of its start. */
const HEAD = 32;

/**
 * Tells sense what a run shows, once, although a text that streams in is read again at each token and may be
 * rendered anew each time: later readings of the same text tell only what was added.
 */
export function createNotes(sense: Pick<Sense, 'note'>) {
  const told = new Map<number, number>();
  return {
    first: (text: string, spans: readonly Span[], place: Place) => sense.note(text, spans, place),
    /** `end` = how far the text is settled. True when something new was told. */
    again(text: string, spans: readonly Span[], place: Place, end: number): boolean {
      if (text.length < HEAD && end < text.length) return false;
      let key = place.section;
      for (let i = 0; i < HEAD && i < text.length; i++) key = (Math.imul(key, 31) + text.charCodeAt(i)) | 0;
      const from = told.get(key) ?? 0;
      if (end <= from) return false;
      told.set(key, end);
      const added = spans.filter((span) => span.start >= from && span.end <= end);
      if (added.length) sense.note(text, added, place);
      return added.length > 0;
    },
  };
}
