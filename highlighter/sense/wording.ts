/** Text as cues are written: small letters, hyphens and white space as one space, a space at both ends. */
export const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/’/g, "'")
    .replace(/[\s\u2010-\u2013-]+/g, ' ')
    .trim()} `;

/** Is the word or phrase in the text, both `plain`, as whole words or in the plural? */
export function has(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (isLetter(text.charCodeAt(at - 1))) continue;
    let end = at + words.length;
    if (text.charCodeAt(end) === 115) end++;
    if (!isLetter(text.charCodeAt(end))) return true;
  }
  return false;
}

/** Letters, digits and underscore; also all beyond ASCII, which is near enough for cues. */
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || code > 0xbf;

/** A sentence is looked for so far from the mention, each way; longer ones are lists and menus. */
const SENTENCE = 300;
/** What is around it counts less, and only so far. */
const AROUND = 700;

export interface Surroundings {
  sentence: string;
  around: string;
  /** Where the sentence, and all that counts as around it, stands in the text. */
  sentenceAt: [from: number, to: number];
  aroundAt: [from: number, to: number];
}

/** The mention's sentence and what is around it, both `plain` and with "~" in the mention's place. */
export function surroundings(text: string, start: number, end: number): Surroundings {
  const from = Math.max(0, start - AROUND);
  const before = text.slice(from, start);
  const after = text.slice(end, end + AROUND);
  const opened = Math.max(lastEnd(before), before.length - SENTENCE);
  const closing = /[.!?…]['"”’)\]]*(?=\s)|\n/.exec(after);
  const closed = Math.min(closing ? closing.index : after.length, SENTENCE);
  const sentence = plain(`${before.slice(opened)}~${after.slice(0, closed)}`);
  return {
    sentence,
    around: plain(`${before.slice(0, opened)} ${after.slice(closed)}`),
    sentenceAt: [from + opened, end + closed],
    aroundAt: [from, end + after.length],
  };
}

/** Where the last sentence of `text` begins. */
function lastEnd(text: string): number {
  for (let at = text.length - 1; at > 0; at--) {
    const code = text.charCodeAt(at);
    if (code === 10) return at + 1;
    // . ! ? before white space
    if (code <= 32 && /[.!?…]['"”’)\]]*$/.test(text.slice(Math.max(0, at - 3), at))) return at;
  }
  return 0;
}
