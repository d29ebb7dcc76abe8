/** One short word with capitals inside: acronyms and names, which other trades make too. */
export const isShortName = (text: string) => text.length <= 6 && /^[\w-]+$/.test(text) && /[A-Z]/.test(text.slice(1));
