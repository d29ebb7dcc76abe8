/** Which Latin letters a text has, a bit for each. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i) - 97;
    if (letter >= 0 && letter < 26) letters |= 1 << letter;
  }
  return letters;
}

/** How many letters of `a` are not in `b`: each slip of the keyboard adds at most one, so this rules out most names. */
export function lacking(a: number, b: number): number {
  let count = 0;
  for (let rest = a & ~b; rest; rest &= rest - 1) count++;
  return count;
}
