import type { Run } from '../types';
import { createElementMemo, type ElementMemo } from './element-memo';
import { createRunWalker, LONG_RUN } from './run-walker';

/** The run around one text node; null when it is fenced off, blank, or not below `root`. */
export function runAt(
  text: Text,
  root: Document | ShadowRoot | Element,
  memo: ElementMemo = createElementMemo(),
): Run | null {
  if (!root.contains(text) || memo.of(text.parentNode!).skip) return null;
  const { block } = memo.of(text.parentNode!);
  const walker = text.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = text;
  let first = text;
  let length = 0;
  for (let node = walker.previousNode() as Text | null; node; node = walker.previousNode() as Text | null) {
    const info = memo.of(node.parentNode!);
    const blank = !/\S/.test(node.data);
    if (info.block !== block) {
      if (blank && !info.skip) continue;
      break;
    }
    if (info.skip) walker.currentNode = info.skip;
    else if (!blank) {
      first = node;
      if ((length += node.data.length) > LONG_RUN) break;
    }
  }
  // Forward from there, since a run is what the walker says it is.
  const runs = createRunWalker(root, first, memo);
  for (let run = runs.next(); run; run = runs.next()) {
    if (run.nodes.includes(text)) return run;
    if (run.block !== block) return null;
  }
  return null;
}
