/** How often we put our highlight back after the page took it away, before we leave it be. */
const PATIENCE = 8;

/**
 * One named highlight of ours in the registry that we share with the page. Never iterated: Firefox throws on
 * that from a content script.
 */
export function createHighlight(name: string, priority: number, signal: AbortSignal) {
  const registry = typeof Highlight === 'undefined' ? undefined : CSS.highlights;
  let highlight: Highlight | null = null;
  const ranges = new Set<StaticRange>();
  let lost = 0;

  signal.addEventListener('abort', () => {
    highlight?.clear();
    if (highlight && registry?.get(name) === highlight) registry.delete(name);
    highlight = null;
    ranges.clear();
  });

  return {
    add(range: StaticRange) {
      if (!registry || signal.aborted) return;
      if (!highlight) {
        highlight = new Highlight();
        highlight.priority = priority;
        registry.set(name, highlight);
      }
      ranges.add(range);
      highlight.add(range);
    },
    delete(range: StaticRange) {
      ranges.delete(range);
      highlight?.delete(range);
    },
    /** Puts the highlight back where the page has cleared or replaced it; quietly gives up against one that insists. */
    recheck() {
      if (!highlight || lost >= PATIENCE) return;
      const gone = registry!.get(name) !== highlight;
      if (!gone && highlight.size === ranges.size) return;
      lost++;
      for (const range of ranges) highlight.add(range);
      if (gone) registry!.set(name, highlight);
    },
  };
}
