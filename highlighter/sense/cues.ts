import { has, plain } from './wording';

/** What speaks for and against the AI sense of one entry's forms. */
export interface Cues {
  for: Cue[];
  against: Cue[];
}

export interface Cue {
  words: string;
  /** Names a neighbour of the form, which "~" stands for. */
  bound: RegExp | null;
}

/** May stand between a form and a neighbour that speaks against it: "pay no attention". */
const BETWEEN =
  '(?:a|an|the|any|no|more|much|little|close|full|great|some|our|your|my|his|her|its|their|this|that|such|to) ';

/** Decodes what `packCues` of glossary/pack-forms.ts packed; each entry's line is taken apart when first asked for. */
export function decodeCues(packed: string): (term: number) => Cues | null {
  const lines = new Map<number, string>();
  const ready = new Map<number, Cues>();
  for (const line of packed.split('\n')) {
    const bar = line.indexOf('|');
    if (bar > 0) lines.set(Number.parseInt(line.slice(0, bar), 36), line.slice(bar + 1));
  }
  return (term) => {
    const line = lines.get(term);
    if (line === undefined) return null;
    let cues = ready.get(term);
    if (!cues) {
      const [good = '', bad = ''] = line.split('|');
      ready.set(term, (cues = { for: parse(good, ''), against: parse(bad, `(?:${BETWEEN})?`) }));
    }
    return cues;
  };
}

function parse(list: string, between: string): Cue[] {
  if (!list) return [];
  return list.split(',').map((written) => {
    const words = plain(written).trim();
    if (!words.includes('~')) return { words, bound: null };
    // The form's own plural ending is part of the mention, so that "~" is all of it.
    const pattern = words
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/ ~/, ` ${between}~`)
      .replace(/~ /, `~(?:'s)? ${between}`);
    return { words, bound: new RegExp(` ["'(“]?${pattern}(?![a-z0-9])`) };
  });
}

/** Does the cue speak in this `plain` text? Bound ones do so only beside the mention. */
export const speaks = ({ words, bound }: Cue, text: string): boolean => (bound ? bound.test(text) : has(text, words));
