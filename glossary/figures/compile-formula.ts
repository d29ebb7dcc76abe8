import temml from 'temml';
import type { Markup } from '../types.ts';
import { readXml, toMarkup, type XmlElement } from './read-xml.ts';

export type CompiledFormula = { math: Markup; fault?: never } | { math?: never; fault: string };

/** MathML Core without what loads, links or runs; the card draws no other element (components/card/Markup.tsx). */
const ELEMENTS = new Set(
  `math mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mpadded
   mphantom mstyle`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `display displaystyle scriptlevel fence form stretchy symmetric separator lspace rspace movablelimits minsize maxsize
   largeop accent accentunder linethickness width height depth voffset mathvariant`.split(/\s+/),
);
/** Styles that repeat what the elements say already, or set what figures.css does. */
const NEEDLESS = /^(?:display:block math|math-depth:\d|padding-(?:left|right):[\d.]+r?em|)$/;
/** Cells of a table keep their side: MathML has no attribute for it that Chromium knows. */
const SIDES = new Set(['tml-left', 'tml-right']);

/**
 * MathML of a formula in LaTeX, as a block of its own (`display`) or within a line. Where it cannot be had, `fault`
 * says why in words that follow “formula:”. The same formula gives the same MathML.
 */
export function compileFormula(tex: string, display: boolean): CompiledFormula {
  let mathml: string;
  try {
    mathml = temml.renderToString(tex, { displayMode: display, throwOnError: true });
  } catch (error) {
    return { fault: whatFails(error as Error) };
  }
  const { root, fault } = readXml(mathml);
  if (!root) return { fault: fault.found };
  const faults = clean(root);
  return faults.length ? { fault: [...new Set(faults)].join('; ') } : { math: toMarkup(root) };
}

/** Temml underlines the place with combining signs, which no terminal shows well. */
function whatFails({ message }: Error): string {
  return message.replaceAll('\u0332', '').replace(/\s+/g, ' ').trim();
}

/** Takes away what the card needs not, in place; gives what it would need and does not draw. */
function clean(element: XmlElement): string[] {
  const { name, attributes, children } = element;
  const faults = ELEMENTS.has(name) ? [] : [`it needs <${name}>, which the card does not draw`];
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') {
      const sides = value.split(' ').filter((word) => SIDES.has(word));
      if (sides.length) attributes.class = sides.join(' ');
      else delete attributes.class;
    } else if (key === 'style') {
      const styles = value.split(';').filter((style) => !NEEDLESS.test(style.trim()));
      // Temml gives empty cells of a table styles of its inner workings.
      if (styles.length && name !== 'mtd') faults.push(`it needs a style, which the card does not draw: ${styles[0]}`);
      delete attributes.style;
    } else if (!ATTRIBUTES.has(key)) faults.push(`it needs ${key}, which the card does not draw`);
  }
  return faults.concat(children.flatMap((child) => (typeof child === 'string' ? [] : clean(child))));
}
