import { foldWide, isApostrophe, isHyphen, isSpace, TABLE_END } from './characters';

/** Longest stretch without a space that is looked at around a match, each way; longer ones are no prose. */
const REACH = 200;
const ADDRESS =
  /:\/\/|^\W*www\.|\\|::|[?&]\w+=|^[~.]{0,2}\/\w|\w\/$|\w\.[a-z]{2,}\/\w|[\w)]\.[a-z]\w{0,4}$|^\W*[a-z][\w.-]*\/[\w.-]*-[\w.-]*\d/;
/** Also how prose joins three words ("text/image/video"), so that unmistakable forms are let through. */
const PATH = /[a-z_]\/[a-z_][\w.-]*\/|^\W*[\w.-]+\/[\w-]*[-_.\d][\w.-]*$/;

/**
 * Is the match at [start, end) a word of prose, not part of an identifier, address, e-mail, file name,
 * hashtag, handle or command-line flag? `trusted` forms may also be the later part of a compound
 * ("non-LLM"); others mean something else there ("self-attention" is not attention).
 */
export function createProseTest(fold: Uint16Array) {
  const isWord = (code: number) => (code < TABLE_END ? fold[code]! > 1 : code > 0 && foldWide(code) > 1);

  return (text: string, start: number, end: number, trusted: boolean): boolean => {
    const { length } = text;
    const before = start > 0 ? text.charCodeAt(start - 1) : 32;
    const after = end < length ? text.charCodeAt(end) : 32;
    // By far the commonest: spaces around, or a comma or full stop behind.
    if (start === 0 || before === 32 || isSpace(before)) {
      if (end === length || after === 32 || isSpace(after)) return true;
      if ((after === 44 || after === 46) && (end + 1 === length || isSpace(text.charCodeAt(end + 1)))) return true;
    }

    if (isHyphen(before)) {
      let dash = start - 2;
      while (isHyphen(text.charCodeAt(dash))) dash--;
      const compound = isWord(text.charCodeAt(dash));
      // -flag and --flag, but word--word is a dash.
      if (before === 45 && !compound) return false;
      if (compound && dash === start - 2 && !trusted) return false;
    }
    if (isApostrophe(before) && isWord(text.charCodeAt(start - 2)) && !trusted) return false;
    // @handle, #tag, $variable, .member, =value, %name
    if (before === 64 || before === 35 || before === 36 || before === 92 || before === 61) return false;
    if (before === 46 && isWord(text.charCodeAt(start - 2))) return false;
    if (before === 60 && after === 62) return false;
    // me@host, name=value, name::member, 3.1 after "Llama 3"
    const next = text.charCodeAt(end + 1);
    if (after === 64 && isWord(next)) return false;
    if (after === 61 && !isSpace(next)) return false;
    if (after === 46 && isWord(next) && !startsSentence(text, end + 1)) return false;

    let from = start;
    while (from > 0 && start - from < REACH && !isSpace(text.charCodeAt(from - 1)) && isPlain(text, from - 1)) from--;
    let to = end;
    while (to < text.length && to - end < REACH && !isSpace(text.charCodeAt(to)) && isPlain(text, to)) to++;
    if (from === start && to === end) return true;
    const chunk = text.slice(from, to).replace(/[.,;:!?)\]}"'’”]+$/, '');
    if (ADDRESS.test(chunk) || (!trusted && PATH.test(chunk))) return false;
    const at = chunk.indexOf('@');
    // An e-mail or a versioned package; a form such as pass@k holds the sign itself.
    return at < 0 || (from + at >= start && from + at < end);
  };
}

/** Brackets, quotes, dashes and other scripts end what is looked at. */
const isPlain = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  if (code < 0x2012) return code !== 34 && code !== 40 && code !== 41;
  return code < 0x2e80 && code > 0x2015 && code !== 0x201c && code !== 0x201d;
};

/** "…of attention.The next": a space was forgotten, this is no file name. */
const startsSentence = (text: string, at: number) => /^[A-Z][a-z]*(?:\s|$)/.test(text.slice(at, at + 30));
