import type { Plugin } from 'vite';

const WRAPPER = 'new ContentScriptContext(';
const DEFINITION = /import definition from ["'][^"']+["'];?/;

/**
 * Starts a content script by its own `main` alone. WXT wraps it in a context that announces each script to the page
 * (a DOM event and a window message), and in a logger that is silent in production and weighs on every page.
 * Fails the build when WXT's wrapper is no longer the one that it knows.
 */
export function silentEntry(): Plugin {
  return {
    name: 'ai-gloss:silent-entry',
    enforce: 'pre',
    transform(code) {
      if (!code.includes(WRAPPER) || !code.includes('import.meta.env.ENTRYPOINT')) return;
      const definition = DEFINITION.exec(code)?.[0];
      if (!definition)
        this.error(
          'WXT starts content scripts in another way than scripts/build/silent-entry.ts knows: read its virtual entrypoint and mend the pattern.',
        );
      return { code: `${definition}\nexport default definition.main();`, map: null };
    },
  };
}
