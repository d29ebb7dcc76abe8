import { createElement, type ReactNode, useMemo } from 'react';
import { type MarkupNode, parseMarkup } from './parse-markup';

function draw(node: MarkupNode, key: number): ReactNode {
  if (typeof node === 'string') return node;
  const { class: className, ...attributes } = node.attributes;
  return createElement(node.name, { ...attributes, className, key }, ...node.children.map(draw));
}

/** MathML or SVG of an entry, drawn node by node; nothing where it cannot be read. */
export function Markup({ markup }: { markup: string }) {
  const tree = useMemo(() => parseMarkup(markup), [markup]);
  return tree && draw(tree, 0);
}
