import type { Answer } from './marionette.ts';
import type { FirefoxSession } from './session.ts';
import { inWindow } from './window-global.ts';

const FIND = `
  const { extension } = WebExtensionPolicy.getByID(args[1]);
  const view = [...extension.views].find(({ viewType }) => viewType === 'background');
  const global = view?.xulBrowser.browsingContext.currentWindowGlobal;
  if (!global) throw new Error('The extension’s background sleeps');
`;

/** Runs an expression in the background page of the extension `id`. */
export const evaluateInBackground = (session: FirefoxSession, id: string, expression: string): Promise<Answer> =>
  inWindow((body, script) => session.inChrome(FIND + body, [script, id]), expression);
