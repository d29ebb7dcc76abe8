/** Character codes below this are folded by table; beyond are other scripts and symbols. */
export const TABLE_END = 0x250;

/**
 * Per character code: 0 = stands between words; 1 = must be removed before matching (soft hyphen);
 * else the lower-case letter, digit or underscore, which makes words.
 */
export function foldTable(): Uint16Array {
  const fold = new Uint16Array(TABLE_END);
  for (let code = 48; code < 58; code++) fold[code] = code;
  for (let code = 97; code < 123; code++) fold[code] = fold[code - 32] = code;
  fold[95] = 95;
  fold[0xad] = 1;
  fold[0xaa] = 0xaa;
  fold[0xba] = 0xba;
  // Arithmetic, since a first page waits for this; beyond Latin-1 letters keep their case.
  for (let code = 0xc0; code < TABLE_END; code++) fold[code] = code < 0xdf ? code + 32 : code;
  fold[0xd7] = fold[0xf7] = 0;
  return fold;
}

/**
 * The same for codes from TABLE_END on. Only scripts that are written with spaces make words: next to
 * Chinese, Japanese, Korean, Thai or Arabic a Latin word stands alone without one.
 */
export function foldWide(code: number): number {
  // Greek and Cyrillic capitals stand 32 before their small letters.
  if (code < 0x530) return (code > 0x390 && code < 0x3aa) || (code > 0x40f && code < 0x430) ? code + 32 : code;
  if (code < 0x1e00) return 0;
  if (code < 0x2000) return code;
  // Zero-width characters, ligatures, full-width forms, surrogates of styled mathematical letters.
  if ((code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff) return 1;
  if ((code >= 0xfb00 && code <= 0xfb06) || (code >= 0xff01 && code <= 0xff5e) || code === 0xd835) return 1;
  return code === 0xfe0e || code === 0xfe0f ? 1 : 0;
}

/** Spaces of every width, line and paragraph ends. */
export const isSpace = (code: number) =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;

/** Hyphens, and the short dashes and minus that people type for one. */
export const isHyphen = (code: number) => code === 45 || (code >= 0x2010 && code <= 0x2013) || code === 0x2212;

export const isApostrophe = (code: number) => code === 39 || code === 0x2019 || code === 0x2bc;
