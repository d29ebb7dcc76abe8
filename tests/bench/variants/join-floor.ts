/**
 * The join floor: the same walk, with the text of each block joined and every word hashed, as any
 * matcher of phrases across inline tags has to do before it looks a single word up.
 */
const INLINE = new Set(
  'A ABBR B BDI BDO CITE DATA DEL DFN EM FONT I INS MARK Q S SMALL SPAN STRONG SUB SUP TIME U WBR'.split(' '),
);
const SKIP = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA CODE PRE KBD SAMP MATH SVG BUTTON NAV'.split(' '));

export function run(): number {
  const blocks = new Map<Element, Element | null>();
  const blockOf = (element: Element): Element | null => {
    let block = blocks.get(element);
    if (block === undefined) {
      const parent = element.parentElement;
      const outer = parent ? blockOf(parent) : element;
      block = outer === null || SKIP.has(element.tagName) ? null : INLINE.has(element.tagName) ? outer : element;
      blocks.set(element, block);
    }
    return block;
  };
  let sum = 0;
  const hashWords = (text: string) => {
    let hash = 0;
    for (let i = 0; i < text.length; i++) {
      let code = text.charCodeAt(i);
      if (code >= 65 && code <= 90) code += 32;
      if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127) hash = (hash * 31 + code) | 0;
      else if (hash) {
        sum = (sum + hash) | 0;
        hash = 0;
      }
    }
    sum = (sum + hash) | 0;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let current: Element | null = null;
  let joined = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const block = blockOf(node.parentElement!);
    if (block !== current) {
      hashWords(joined);
      joined = '';
      current = block;
    }
    if (block) joined += (node as Text).data;
  }
  hashWords(joined);
  return sum;
}
