import type { BrowserRequest } from '../../../scripts/browser/driver';

/** This machine, under all its names. */
const LOCAL = /^(\[::1\]|127\.0\.0\.1|([\w-]+\.)*localhost)\.?$/;

/** Hosts that a page of the tests names: its own pictures and links may come from there. */
const namedHosts = new Set<string>();

/** Notes the hosts that a page is about to name. */
export function noteHosts(html: string): void {
  for (const [, host] of html.matchAll(/https?:\/\/([\w.-]+)/g)) namedHosts.add(host!);
}

/**
 * Requests that no page of the tests and no code of the browser's own can have made: those of an extension, and those
 * to a host that no page names. (A request of a content script to the very server of its page is not told from the
 * page's own; network.test.ts lists what may go there.)
 */
export function strayRequests(requests: readonly BrowserRequest[]): string[] {
  const isStray = ({ url, by, isPage }: BrowserRequest) => {
    if (by?.includes('-extension://')) return true;
    const { hostname } = new URL(url);
    return !LOCAL.test(hostname) && (by !== null || isPage) && !namedHosts.has(hostname);
  };
  return requests.filter(isStray).map(({ url, by }) => `${by ?? 'nobody'} asked for ${url}`);
}
