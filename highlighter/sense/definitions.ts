/** So many words before a bracketed acronym may spell it out, beyond one per letter ("of", "and"). */
const SPARE = 3;
const LITTLE = /^(?:of|and|the|for|to|in|on|a|an|with|by|de|la)$/;

/**
 * What the text itself says that an acronym at [start, end) stands for, in small letters: "data
 * protection officer (DPO)" or "DPO (data protection officer)". Null when it does not spell it out.
 */
export function spelledOut(text: string, start: number, end: number): string | null {
  const letters = text.slice(start, end).replace(/s$/, '').toLowerCase();
  if (!/^[a-z]{2,6}$/.test(letters)) return null;
  if (text[start - 1] === '(' && /[),;]/.test(text[end] ?? '')) {
    const words = wordsOf(text.slice(Math.max(0, start - 120), start - 1)).slice(-letters.length - SPARE);
    // The shortest tail that begins with the first letter and spells all of it.
    for (let from = words.length - 1; from >= 0; from--) {
      if (spells(words.slice(from), letters)) return words.slice(from).join(' ');
    }
  }
  const after = /^ \(([^()]{4,80})[),;]/.exec(text.slice(end, end + 90));
  if (!after) return null;
  const words = wordsOf(after[1]!);
  return words.length <= letters.length + SPARE && spells(words, letters) ? words.join(' ') : null;
}

const wordsOf = (text: string) => text.toLowerCase().match(/[a-z0-9']+/g) ?? [];

/** Do the words begin with the letters, one each and in order, little words aside? */
function spells(words: string[], letters: string): boolean {
  let at = 0;
  for (const word of words) {
    if (word[0] === letters[at]) at++;
    else if (!LITTLE.test(word)) return false;
  }
  return at === letters.length && words.length > 1;
}
