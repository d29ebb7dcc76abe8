/** What a reader does not see: soft hyphen, zero-width characters, variation selectors. */
const UNSEEN = '[\\u00ad\\u200b-\\u200f\\u2060\\ufeff]|\\ufe0e|\\ufe0f';
/** What reads as plain letters: ligatures, full-width and styled mathematical letters. */
const STYLED = '[\\ufb00-\\ufb06\\uff01-\\uff5e]|\\ud835[\\udc00-\\udfff]?';

/**
 * The text as it reads, and per UTF-16 unit of it the unit of `text` that it came from (of a styled
 * letter the second of its two).
 */
export function clean(text: string): { text: string; from: Uint32Array } {
  const pattern = new RegExp(`${UNSEEN}|(${STYLED})`, 'g');
  // No character stands for more than three letters (ﬃ).
  const from = new Uint32Array(text.length * 3);
  let plain = '';
  let at = 0;
  const keep = (to: number) => {
    for (let i = at; i < to; i++) from[plain.length + i - at] = i;
    plain += text.slice(at, to);
  };
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    keep(hit.index);
    at = pattern.lastIndex;
    const styled = hit[1];
    if (!styled) continue;
    // A lone half of a styled letter is no letter: it parts words.
    const letters = styled === '\ud835' ? ' ' : styled.normalize('NFKC');
    from.fill(at - 1, plain.length, plain.length + letters.length);
    plain += letters;
  }
  keep(text.length);
  return { text: plain, from };
}

/** Where the character begins that has its last unit at `at`. */
export const startOf = (text: string, at: number) => (at > 0 && text.charCodeAt(at - 1) === 0xd835 ? at - 1 : at);
