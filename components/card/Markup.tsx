import { createElement, type ReactNode } from 'react';
import type { Markup as Node } from '../../glossary/types';

/**
 * What is drawn, though the build makes nothing else: the second lock, since the card stands in foreign pages.
 * Elements are made one by one. A page's policy (Trusted Types) has nothing to say to that, as it would to markup.
 */
const ELEMENTS = new Set(
  `math mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mpadded
   mphantom mstyle svg g path rect circle line polyline polygon text tspan`.split(/\s+/),
);
/** Attributes that load, run or style by text; an inline style would also be reported by the page's policy. */
const BARRED = /^(on|style$|src|href|xlink:|xml)/i;

function draw(node: Node | string, key?: number): ReactNode {
  if (typeof node === 'string') return node;
  const [name, { class: className, ...attributes }, ...children] = node;
  if (!ELEMENTS.has(name)) return null;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (BARRED.test(attribute) || /url\(/i.test(value)) delete attributes[attribute];
  }
  return createElement(name, { ...attributes, className, key }, ...children.map(draw));
}

/** MathML or SVG of an entry. */
export function Markup({ markup }: { markup: Node }) {
  return draw(markup);
}
