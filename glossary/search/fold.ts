/** Lower case, without accents, curly quotes straightened. */
export function fold(text: string): string {
  // Plain ASCII, which most text is, needs no more.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
}

/** A name without what people leave out when they type it: "Top-p", "top p" and "topp" are one. */
export function squash(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}+#]/gu, '');
}

/** The words of a text in order, folded. */
export function tokens(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? [];
}
