import { surfaceOf } from '../../highlighter/mentions/mention';
import type { Explainer, PageEngine } from '../../highlighter/page-engine';
import type { PageHandle, PageTerm } from '../../messaging/page-handle';

export interface PageHandleOptions {
  version: string;
  alive(): boolean;
  stop(): void;
  /** Null until the frame is on and in sight. */
  engine(): PageEngine | null;
  loadExplainer(): Promise<Explainer | null>;
}

/** What the popup, the background and our tools call in this frame. */
export function createPageHandle({ version, alive, stop, engine, loadExplainer }: PageHandleOptions): PageHandle {
  const mentions = () => engine()?.highlighter.mentions() ?? [];
  return {
    version,
    alive,
    stop,
    settled: () => engine()?.highlighter.settled() ?? false,
    terms() {
      const terms = new Map<number, PageTerm>();
      for (const mention of mentions()) {
        const known = terms.get(mention.term);
        if (known) known.count++;
        else {
          terms.set(mention.term, {
            id: engine()!.highlighter.idOf(mention),
            surface: surfaceOf(mention),
            count: 1,
          });
        }
      }
      return [...terms.values()];
    },
    async marks() {
      const explainer = await loadExplainer();
      engine()?.highlighter.checkHidden();
      const marks = mentions().filter(({ chosen }) => chosen);
      const places = explainer?.offsets(marks) ?? [];
      return places.map((place, i) => {
        const mark = marks[i]!;
        return {
          id: engine()!.highlighter.idOf(mark),
          form: surfaceOf(mark),
          ...place,
          reason: mark.reason,
          painted: mark.range !== null,
        };
      });
    },
    jump: async (id) => (await loadExplainer())?.jump(id) ?? false,
    step: async (direction) => (await loadExplainer())?.step(direction) ?? false,
    stats: () =>
      engine()?.highlighter.stats() ?? {
        scanMs: 0,
        startedAt: 0,
        firstMarksMs: null,
        blocks: 0,
        characters: 0,
        painted: 0,
        longestTaskMs: 0,
      },
  };
}
