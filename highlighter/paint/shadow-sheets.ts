import { RULES } from './rules';

/**
 * Styles highlights inside open shadow roots, which the document's sheets do not reach. The document's own
 * style comes with the script's registration instead, where the page cannot list it.
 */
export function createShadowSheets(signal: AbortSignal) {
  const roots = new Set<ShadowRoot>();
  let sheet: CSSStyleSheet | null = null;

  signal.addEventListener('abort', () => {
    for (const root of roots) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    }
    roots.clear();
  });

  const ensure = (root: ShadowRoot) => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(RULES);
    }
    roots.add(root);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  };
  return {
    ensure,
    /** Puts the sheet back where the page has set its own list since. */
    recheck() {
      for (const root of roots) {
        if (root.host.isConnected) ensure(root);
        else roots.delete(root);
      }
    },
  };
}
