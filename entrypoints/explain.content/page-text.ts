import type { Mention } from '../../highlighter/mentions/mention';

/**
 * Offsets in the text of a page, as the labelled pages count them: text nodes under <body> in document order
 * without SKIP, each run of white space as one space, and one space at each edge of a BLOCK.
 */
const SKIP =
  /^(script|style|noscript|template|svg|textarea|select|option|iframe|object|canvas|audio|video|head|title)$/i;
const BLOCK =
  /^(address|article|aside|blockquote|body|br|button|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6r]|header|label|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|img)$/i;
const SPACE = /[\s\u200b]/;

/** [start, end) of each mention; -1 where the page's text does not count it. */
export function offsetsOf(body: Element, mentions: readonly Mention[]): { start: number; end: number }[] {
  const ends = mentions.flatMap(({ nodes, from, to }) => [
    { node: nodes[0]!, offset: from },
    { node: nodes[nodes.length - 1]!, offset: to - 1 },
  ]);
  const places = pageOffsets(body, ends);
  return mentions.map((_, i) => {
    const start = places[2 * i]!;
    return { start, end: start < 0 ? -1 : places[2 * i + 1]! + 1 };
  });
}

/** Places of characters in the page's text; -1 for those it does not count, such as in shadow roots. */
export function pageOffsets(body: Element, points: readonly { node: Text; offset: number }[]): number[] {
  const wanted = new Map<Text, number[]>();
  for (const [i, { node }] of points.entries()) wanted.set(node, [...(wanted.get(node) ?? []), i]);
  const found = points.map(() => -1);
  let length = 0;
  let space = true;

  const walk = (parent: Element) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const here = wanted.get(node as Text);
        const { data } = node as Text;
        for (let at = 0; at < data.length; at++) {
          const blank = SPACE.test(data[at]!);
          if (blank && space) continue;
          space = blank;
          if (here) for (const i of here) if (points[i]!.offset === at) found[i] = length;
          length++;
        }
      } else if (node.nodeType === 1 && !SKIP.test(node.nodeName)) {
        const block = BLOCK.test(node.nodeName);
        if (block) gap();
        walk(node as Element);
        if (block) gap();
      }
    }
  };
  const gap = () => {
    if (!space) length++;
    space = true;
  };
  walk(body);
  return found;
}
