import type { Readable } from 'node:stream';
import type { FirefoxSession } from './session.ts';

/** Script errors and blocked resources of pages, kept in the browser's window until they are asked for. */
const LISTEN = `
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  if (window.aiGlossErrors) return;
  const errors = (window.aiGlossErrors = []);
  Services.console.registerListener({
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return;
      if (!/^(https?|data|about|moz-extension|blob|file):/.test(message.sourceName)) return;
      // Of a page that has gone while it asked something: no console is left to show it.
      if (/^Promise rejected after context unloaded/.test(message.errorMessage)) return;
      if (/^(HTML_PARSER|Layout|CSS Parser)/.test(message.category)) return;
      errors.push(message.errorMessage + ' ' + message.sourceName);
    },
  });
`;
// Another window, such as a private one, may have come since.
const READ = `return [...Services.wm.getEnumerator('navigator:browser')].find((one) => one.aiGlossErrors).aiGlossErrors`;

/**
 * What pages show as errors in the console: uncaught errors by the browser's console service, and console.error
 * calls, which Firefox prints. (Its own print as `console.error: Module:`; a page's first argument is a value.)
 */
export function createErrorLog(output: Readable, session: FirefoxSession) {
  const printed: string[] = [];
  let rest = '';
  output.setEncoding('utf8');
  output.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    printed.push(...lines.filter((line) => /^console\.error: ["'(\d[{]/.test(line)));
  });
  return {
    start: () => session.inChrome(LISTEN),
    read: async (): Promise<string[]> => [...(await session.inChrome(READ)), ...printed],
  };
}
