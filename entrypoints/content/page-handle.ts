import { type Mention, surfaceOf } from '../../highlighter/mentions/mention';
import type { DecidedMark, PageHandle, PageTerm } from '../../messaging/page-handle';
import type { Explainer } from './explain';
import { pageOffsets } from './page-text';

export interface PageHandleOptions {
  version: string;
  alive(): boolean;
  stop(): void;
  /** Null until the frame is on and in sight. */
  explainer(): Explainer | null;
}

/** What the popup, the background and our tools call in this frame. */
export function createPageHandle({ version, alive, stop, explainer }: PageHandleOptions): PageHandle {
  const mentions = (): Mention[] => explainer()?.highlighter.mentions() ?? [];
  const idOf = (mention: Mention) => explainer()!.highlighter.idOf(mention);
  return {
    version,
    alive,
    stop,
    settled: () => explainer()?.highlighter.settled() ?? false,
    terms() {
      const terms = new Map<number, PageTerm>();
      for (const mention of mentions()) {
        const term = terms.get(mention.term);
        if (term) term.count++;
        else terms.set(mention.term, { id: idOf(mention), surface: surfaceOf(mention), count: 1 });
      }
      return [...terms.values()];
    },
    marks() {
      const marked = mentions().filter(({ chosen }) => chosen);
      const ends = marked.flatMap(({ nodes, from, to }) => [
        { node: nodes[0]!, offset: from },
        { node: nodes.at(-1)!, offset: to - 1 },
      ]);
      const offsets = pageOffsets(document.body, ends);
      return marked.map((mention, i): DecidedMark => {
        const start = offsets[2 * i]!;
        return {
          id: idOf(mention),
          form: surfaceOf(mention),
          start,
          end: start < 0 ? -1 : offsets[2 * i + 1]! + 1,
          reason: mention.reason,
          painted: mention.range !== null,
        };
      });
    },
    jump: (id) => explainer()?.jump(id) ?? false,
    step: (direction) => explainer()?.step(direction) ?? false,
    stats: () =>
      explainer()?.highlighter.stats() ?? {
        scanMs: 0,
        firstMarksMs: null,
        blocks: 0,
        characters: 0,
        painted: 0,
        longestTaskMs: 0,
      },
  };
}
