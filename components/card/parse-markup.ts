/**
 * Reads the MathML and SVG of an entry into a tree of plain objects. The markup was made and cleaned at build;
 * this list of names is the second lock, since the card stands in foreign pages. No DOM parser: `parseFromString`
 * is a Trusted Types sink, and a page's policy would stop it.
 */
export interface MarkupElement {
  name: string;
  attributes: Record<string, string>;
  children: MarkupNode[];
}
export type MarkupNode = string | MarkupElement;

const ELEMENTS = new Set(
  `math semantics mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts
   mprescripts mtable mtr mtd mstyle mpadded mphantom menclose
   svg g path rect circle ellipse line polyline polygon text tspan defs marker title desc`.split(/\s+/),
);
/** Attributes that load, run or style by text; an inline style would also be reported by the page's policy. */
const BARRED = /^(on|style$|src|href|xlink:|xml)/i;

const TOKEN = /<(\/?)([\w-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });

/** The element that the markup holds, or null when it is not one well-formed element of the names above. */
export function parseMarkup(markup: string): MarkupElement | null {
  const root: MarkupElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const source = markup.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const token = TOKEN.exec(source);
    if (!token) return null;
    const [, closing, name, attributes = '', empty, text] = token;
    const parent = open[open.length - 1]!;
    if (text !== undefined) parent.children.push(decode(text));
    else if (!ELEMENTS.has(name!)) return null;
    else if (closing) {
      if (open.length === 1 || open.pop()!.name !== name) return null;
    } else {
      const element: MarkupElement = { name: name!, attributes: {}, children: [] };
      for (const [, key, value] of attributes.matchAll(ATTRIBUTE)) {
        // url(#id) may point at a marker of the same drawing, and at nothing else.
        if (!BARRED.test(key!) && !/url\(\s*[^#\s]/i.test(value!)) element.attributes[key!] = decode(value!);
      }
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const only = root.children.length === 1 ? root.children[0] : undefined;
  return open.length === 1 && typeof only === 'object' ? only : null;
}
