/**
 * How far a text that may still be growing is settled, in UTF-16 units: the end of its last sentence that
 * something follows. A full stop at the very end proves nothing ("GPT-3" may become "GPT-3.5").
 */
export function settledEnd(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) {
    const code = text.charCodeAt(at);
    if (code === NEW_LINE) return at + 1;
    if (code > 32 || !at) continue;
    let before = at - 1;
    while (before > 0 && CLOSING.includes(text[before]!)) before--;
    if (ENDING.includes(text[before]!)) return at;
  }
  // Scripts without spaces between sentences end them with their own stop.
  return Math.max(text.lastIndexOf('。'), text.lastIndexOf('！'), text.lastIndexOf('？')) + 1;
}

const NEW_LINE = 10;
const ENDING = '.!?:;…。！？';
const CLOSING = '"\'’”)]»*_';
