import type { Markup } from '../types.ts';

/** An element as its file says it. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  /** Line of the file that it starts on, from 1. */
  line: number;
}

export type ReadXml = { root: XmlElement; fault?: never } | { root?: never; fault: { line: number; found: string } };

const TOKEN =
  /<!--([\s\S]*?)-->|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads one element of XML: elements, attributes, text, comments (left out) and the five entities. What else XML
 * knows (declarations, CDATA, entities of its own) is a fault, as is anything that is not well-formed.
 */
export function readXml(source: string): ReadXml {
  const top: XmlElement = { name: '', attributes: {}, children: [], line: 1 };
  const open = [top];
  const fault = (at: number, found: string): ReadXml => ({ fault: { line: lineAt(source, at), found } });
  TOKEN.lastIndex = 0;
  for (let at = 0; at < source.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(source);
    if (!token) return fault(at, `what XML does not allow: ${source.slice(at, at + 30).split('\n')[0]}`);
    const [, comment, closing, name, attributes = '', empty, text] = token;
    const parent = open[open.length - 1]!;
    if (comment !== undefined) continue;
    if (text !== undefined) {
      const unknown = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)\S{0,10}/i.exec(text);
      if (unknown) return fault(at + unknown.index, `an entity that XML does not know: ${unknown[0]}`);
      if (open.length > 1) parent.children.push(decode(text));
      else if (text.trim())
        return fault(at + text.search(/\S/), `text outside of the element: ${text.trim().slice(0, 30)}`);
    } else if (closing !== undefined) {
      if (closing !== parent.name) return fault(at, `</${closing}> where <${parent.name || 'nothing'}> is open`);
      open.pop();
    } else {
      const element: XmlElement = { name: name!, attributes: {}, children: [], line: lineAt(source, at) };
      for (const [, key, double, single] of attributes.matchAll(ATTRIBUTE)) {
        if (Object.hasOwn(element.attributes, key!)) return fault(at, `${key} twice in <${name}>`);
        element.attributes[key!] = decode(double ?? single ?? '');
      }
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length > 1) return fault(source.length, `<${open.pop()!.name}> without its end`);
  const [root, second] = top.children as XmlElement[];
  if (!root) return fault(0, 'no element');
  return second ? fault(source.length, `a second element beside <${root.name}>: <${second.name}>`) : { root };
}

/** The element as data for views, without the text between elements that is only indentation. */
export function toMarkup({ name, attributes, children }: XmlElement): Markup {
  const kept = children.flatMap((child): (Markup | string)[] => {
    if (typeof child !== 'string') return [toMarkup(child)];
    return child.trim() || !child.includes('\n') ? [child] : [];
  });
  return [name, attributes, ...kept];
}

/** The words of a child of that name; '' where there is none. */
export function textOf(root: XmlElement, name: string): string {
  const element = root.children.find((child) => typeof child !== 'string' && child.name === name);
  const [text] = element && typeof element !== 'string' ? element.children : [];
  return typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : '';
}

const lineAt = (source: string, at: number): number => source.slice(0, at).split('\n').length;

const decode = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
