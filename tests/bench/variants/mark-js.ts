import Mark from 'mark.js';

declare const WORDS: string[];
declare const ONE_REGEX: boolean;
declare const STOP_AFTER_MS: number;

/**
 * mark.js with the same forms: `mark()` keyword by keyword, stopped after STOP_AFTER_MS, or `markRegExp`
 * with all forms in one expression. Returns the share of the forms that it got through.
 */
export function run(): number {
  const mark = new Mark(document.body);
  if (ONE_REGEX) {
    const escaped = [...WORDS]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    mark.markRegExp(new RegExp(`\\b(?:${escaped.join('|')})\\b`, 'gi'), { acrossElements: true, element: 'mark' });
    return 1;
  }
  const start = performance.now();
  let done = 0;
  for (const word of WORDS) {
    mark.mark(word, { separateWordSearch: false, accuracy: 'exactly', acrossElements: true });
    done++;
    if (performance.now() - start > STOP_AFTER_MS) break;
  }
  return done / WORDS.length;
}
