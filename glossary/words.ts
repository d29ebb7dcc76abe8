/** Words, stems and keys: the small language knowledge that rules and search share. */

/** The words of a plain text as readers count them: "open-source" and "don't" are one each. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Splits plain text into sentences; "e.g." and "3.5" do not end one. */
export function sentencesOf(text: string): string[] {
  return text
    .replace(/\b(e\.g|i\.e|etc|vs|cf|approx|no|dr|st|u\.s)\./gi, (found) => found.replaceAll('.', '\u0000'))
    .split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u)
    .map((sentence) => sentence.replaceAll('\u0000', '.').trim())
    .filter(Boolean);
}

/** Two forms with one key are the same words to the matcher: case, hyphens and spaces do not tell them apart. */
export function formKey(text: string): string {
  return text.toLowerCase().replace(/’/g, "'").replace(/[ -]/g, '');
}

const STOP = new Set(
  'a an and are as at be been but by can do does for from has have how if in into is it its more most next no nor not of off on one or out over per so some such than that the their them then there these they this those through to too up use used using very was were what when where which while who whose why will with within without your you i me my we us let tell explain please want get'.split(
    ' ',
  ),
);

/** True for the little words that carry no subject: of, the, with. */
export function isFunctionWord(word: string): boolean {
  return STOP.has(word.toLowerCase());
}

/** What a word may be an inflection of, the word first: "trained" → trained, train, traine. */
export function baseForms(word: string): string[] {
  const base = [word];
  const add = (suffix: RegExp, ...ends: string[]) => {
    if (suffix.test(word)) for (const end of ends) base.push(word.replace(suffix, end));
  };
  add(/['’]s$/, '');
  add(/s$/, '');
  add(/es$/, '');
  add(/ies$/, 'y');
  add(/ed$/, '', 'e');
  add(/ied$/, 'y');
  add(/ing$/, '', 'e');
  add(/(.)\1(?:ed|ing|er)$/, '$1');
  add(/ers?$/, '', 'e');
  add(/est$/, '', 'e');
  add(/ly$/, '', 'le');
  add(/ily$/, 'y');
  add(/ness$/, '');
  add(/able$/, '', 'e');
  return base.filter((form) => form.length > 1);
}

const SUFFIXES =
  /(?:izations?|isations?|izing|ising|izers?|isers?|ized|ised|izes?|ises?|ations?|ators?|ated|ates?|ating|tions?|ions?|ings?|ments?|ness|ities|ity|ables?|ibles?|ives?|ally|al|ly|ers?|ors?|ed|es|s|e)$/;

/** The root that a word shares with its relatives: quantization, quantized, quantizes → quant. Words stay at least four letters long. */
export function rootOf(word: string): string {
  let root = word.toLowerCase().replace(/['’]s$/, '');
  for (let pass = 0; pass < 2; pass++) {
    const shorter = root.replace(SUFFIXES, '');
    if (shorter.length < 4) break;
    root = shorter;
  }
  return root.replace(/([^aeiouls])\1$/, '$1');
}
