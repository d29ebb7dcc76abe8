import type { Finding } from '../faults.ts';
import { flowPoints } from './arrow.ts';
import {
  ALT_LENGTH,
  CAPTION_LENGTH,
  HEIGHT,
  LANGUAGE,
  LINE_HEIGHT,
  MOST_BYTES,
  WIDTH,
  widthOf,
} from './diagram-language.ts';
import { textOf, type XmlElement } from './read-xml.ts';

/** Every fault of a drawing that is well-formed XML: its frame, its words, and each element's. */
export function checkDiagram(root: XmlElement, source: string): Finding[] {
  const findings: Finding[] = [];
  const say = (line: number, found: string, fix: string) =>
    findings.push({ where: `diagram line ${line}`, found, fix });

  const bytes = new TextEncoder().encode(source).length;
  if (bytes > MOST_BYTES) say(1, `${bytes} bytes`, `Draw less: at most ${MOST_BYTES}.`);
  const [, height] = /^0 0 300 (\d+)$/.exec(root.attributes.viewBox ?? '') ?? [];
  if (root.name !== 'svg' || !(Number(height) >= HEIGHT[0] && Number(height) <= HEIGHT[1]))
    say(
      1,
      `<${root.name}> with viewBox="${root.attributes.viewBox ?? ''}"`,
      `Write viewBox="0 0 ${WIDTH} h", h from ${HEIGHT[0]} to ${HEIGHT[1]}.`,
    );
  words(root, 'title', CAPTION_LENGTH, 'what the picture shows, in a few words: all readers see it below', say);
  words(root, 'desc', ALT_LENGTH, 'what there is to see, for those who do not see it', say);
  walk(root, [0, 0], Number(height) || HEIGHT[1], say);
  return findings;
}

type Say = (line: number, found: string, fix: string) => void;

function words(root: XmlElement, name: string, [least, most]: readonly [number, number], what: string, say: Say) {
  const text = textOf(root, name);
  if (text.length < least || text.length > most || /\bTODO\b/.test(text))
    say(root.line, `<${name}> of ${text.length} characters`, `Write ${least} to ${most}: ${what}.`);
}

function walk(element: XmlElement, [dx, dy]: readonly [number, number], height: number, say: Say): void {
  const { name, attributes, line } = element;
  const allowed = LANGUAGE[name];
  if (!allowed) {
    say(line, `<${name}>`, `Draw with ${Object.keys(LANGUAGE).join(', ')} only.`);
    return;
  }
  for (const key of Object.keys(attributes)) {
    if (!allowed.attributes.split(' ').includes(key))
      say(
        line,
        `${key} of <${name}>`,
        `It may have ${allowed.attributes || 'no attribute'}: looks come with the class.`,
      );
  }
  classFaults(element, allowed, say);
  const shift = /^translate\((-?[\d.]+)[ ,]+(-?[\d.]+)\)$/.exec(attributes.transform ?? 'translate(0 0)');
  if (!shift) say(line, `transform="${attributes.transform}"`, 'Only translate(x y) is read.');
  const at = [dx + Number(shift?.[1] ?? 0), dy + Number(shift?.[2] ?? 0)] as const;
  if (/\bflow\b/.test(attributes.class ?? '') && !flowPoints(element))
    say(line, 'a flow whose end cannot be found', 'Draw it with M L H V C Q in capitals.');
  const outside = extent(element)?.some(([x, y]) => !inside(x + at[0], WIDTH) || !inside(y + at[1], height));
  if (outside) say(line, `<${name}> outside of the drawing${said(element)}`, 'Move it in, or shorten its text.');
  for (const child of element.children) {
    if (typeof child !== 'string') walk(child, at, height, say);
    else if (child.trim() && !['title', 'desc', 'text', 'tspan'].includes(name))
      say(line, `text in <${name}>`, 'Put it into a <text>.');
  }
}

/** NaN, from an attribute that is no number or not there, is outside too. */
const inside = (value: number, most: number) => value >= 0 && value <= most;

const said = ({ name, children }: XmlElement) => (name === 'text' ? `: “${children.join('')}”` : '');

function classFaults({ name, attributes, line }: XmlElement, { kinds, more }: (typeof LANGUAGE)[string], say: Say) {
  const list = attributes.class?.split(' ') ?? [];
  const own = list.filter((word) => kinds.includes(word));
  if (kinds.length && own.length !== 1)
    say(line, `<${name}> with class="${attributes.class ?? ''}"`, `Give it one of ${kinds.join(', ')}.`);
  for (const word of list) {
    if (!kinds.includes(word) && !more.includes(word))
      say(line, `class "${word}" of <${name}>`, `Use ${[...kinds, ...more].join(', ')}.`);
  }
}

/** Outermost points of an element, by its own attributes; null for those that have none. */
function extent({ name, attributes: a, children }: XmlElement): (readonly [number, number])[] | null {
  const n = (key: string) => (a[key] === undefined ? Number.NaN : Number(a[key]));
  switch (name) {
    case 'rect':
      return [
        [n('x'), n('y')],
        [n('x') + n('width'), n('y') + n('height')],
      ];
    case 'circle':
      return [
        [n('cx') - n('r'), n('cy') - n('r')],
        [n('cx') + n('r'), n('cy') + n('r')],
      ];
    case 'line':
      return [
        [n('x1'), n('y1')],
        [n('x2'), n('y2')],
      ];
    case 'text': {
      const width = children.every((child) => typeof child === 'string') ? widthOf(children.join('').trim()) : 0;
      const anchor = /\bstart\b/.test(a.class ?? '') ? 0 : /\bend\b/.test(a.class ?? '') ? 1 : 0.5;
      const left = n('x') - width * anchor;
      return [
        [left, n('y') - LINE_HEIGHT / 2],
        [left + width, n('y') + LINE_HEIGHT / 2],
      ];
    }
    default:
      return null;
  }
}
