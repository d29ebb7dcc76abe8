import type { Label } from './build-page.ts';
import type { JudgedPage, Match } from './judge-in-process.ts';
import type { SetPage } from './labelled-set.ts';

/** A mark of the extension, offsets in the page's text. */
export interface Mark {
  start: number;
  end: number;
  id: string;
  reason: string;
}

/** What became of one label. */
export interface Row {
  page: SetPage;
  label: Label;
  /** Is the mention marked, wholly or in part? */
  marked: boolean;
  /** Are the label's words a form of the glossary? If not, nothing can be marked. */
  isForm: boolean;
  /** How it was decided in process, where a form matched there. */
  match: Match | null;
}

/** A mark that no label asks for, on a page about something else. */
export interface StrayMark {
  page: SetPage;
  mark: Mark;
}

export interface PageRows {
  page: SetPage;
  rows: Row[];
  strays: StrayMark[];
  words: number;
  isAboutAi: boolean;
}

/** Compares one page's marks with its labels. */
export function rowsOf(page: SetPage, judged: JudgedPage, marks: readonly Mark[]): PageRows {
  const rows = page.labels.map((label): Row => {
    return {
      page,
      label,
      marked: marks.some((mark) => isOver(mark, label)),
      isForm: judged.known.has(label.id),
      match: judged.matches.find((match) => isOver(match, label)) ?? null,
    };
  });
  const isWanted = (mark: Mark) =>
    page.labels.some((label) => label.is_ai_sense && isOver(mark, label)) ||
    page.unjudged.some(({ start, end }) => mark.start < end && mark.end > start);
  const strays = page.about === 'other' ? marks.filter((mark) => !isWanted(mark)) : [];
  return {
    page,
    rows,
    strays: strays.map((mark) => ({ page, mark })),
    words: judged.words,
    isAboutAi: judged.isAboutAi,
  };
}

/** Does the stretch of the page's text share a letter with the label's mention? */
export const isOver = (mark: { start: number; end: number }, { page_offset, surface }: Label): boolean =>
  mark.start < page_offset + surface.length && mark.end > page_offset;
