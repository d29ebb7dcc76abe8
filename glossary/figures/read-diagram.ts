import type { Finding } from '../faults.ts';
import type { Diagram, Markup } from '../types.ts';
import { flowPoints, headAt } from './arrow.ts';
import { checkDiagram } from './check-diagram.ts';
import { readXml, textOf, toMarkup, type XmlElement } from './read-xml.ts';

/** What a diagram's file holds: the drawing, null where it cannot be shown, and every fault with the line it is in. */
export function readDiagram(source: string): { diagram: Diagram | null; findings: Finding[] } {
  const { root, fault } = readXml(source);
  if (!root) {
    const fix = 'Make it well-formed XML: docs/diagram-guide.md shows a whole file.';
    return { diagram: null, findings: [{ where: `diagram line ${fault.line}`, found: fault.found, fix }] };
  }
  const findings = checkDiagram(root, source);
  if (findings.length) return { diagram: null, findings };
  const { xmlns: _, ...attributes } = root.attributes;
  const drawn = root.children.flatMap((child) => (typeof child === 'string' ? [] : draw(child)));
  const svg: Markup = ['svg', attributes, ...drawn];
  return { diagram: { svg, caption: textOf(root, 'title'), alt: textOf(root, 'desc') }, findings };
}

/** An element as the card draws it: captions apart, and each flow with its heads. */
function draw(element: XmlElement): Markup[] {
  const { name, attributes, children } = element;
  if (name === 'title' || name === 'desc') return [];
  if (name === 'g') {
    return [['g', attributes, ...children.flatMap((child) => (typeof child === 'string' ? [] : draw(child)))]];
  }
  const classes = (attributes.class ?? '').split(' ');
  const drawn = toMarkup({ ...element, attributes: kept(attributes) });
  if (!classes.includes('flow')) return [drawn];
  const points = flowPoints(element)!;
  const heads = [headAt(points.at(-2)!, points.at(-1)!)];
  if (classes.includes('both')) heads.unshift(headAt(points[1]!, points[0]!));
  // A head is never dashed.
  const look = ['flow', ...classes.filter((word) => word === 'hot')].join(' ');
  return [drawn, ['path', { class: look, d: heads.join('') }]];
}

/** Words that only we read are not shipped. */
function kept({ class: classes, ...attributes }: Record<string, string>): Record<string, string> {
  const words = classes?.split(' ').filter((word) => word !== 'both');
  return words?.length ? { class: words.join(' '), ...attributes } : attributes;
}
