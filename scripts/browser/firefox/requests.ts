import type { BrowserRequest } from '../driver.ts';
import type { FirefoxSession } from './session.ts';

/**
 * Has Firefox note every request that it is about to send. Each knows for whom it is made: content scripts are a
 * principal of their own there, of page and extension together.
 */
const LISTEN = `
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const requests = (window.aiGlossRequests = []);
  const note = (subject) => {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const { triggeringPrincipal: principal, externalContentPolicyType: kind } = channel.loadInfo;
    requests.push({
      url: channel.URI.spec,
      by: principal.isSystemPrincipal ? null : principal.origin,
      isPage: kind === Ci.nsIContentPolicy.TYPE_DOCUMENT,
    });
  };
  Services.obs.addObserver(note, 'http-on-modify-request');
`;
const READ = `return [...Services.wm.getEnumerator('navigator:browser')].find((one) => one.aiGlossRequests).aiGlossRequests`;

export const recordRequests = (session: FirefoxSession): Promise<void> => session.inChrome(LISTEN);
export const readRequests = (session: FirefoxSession): Promise<BrowserRequest[]> => session.inChrome(READ);
