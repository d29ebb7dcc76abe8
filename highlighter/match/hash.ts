/** Hash of a word grown by one folded character: 20 bits, and one above so that no word hashes to 0. */
export const grow = (hash: number, code: number) => ((hash * 31 + code) & 0xfffff) | 0x100000;

/** Hash of two neighbouring words from theirs. */
export const pair = (first: number, second: number) => ((first * 7 + second) & 0xfffff) | 0x200000;
