import type { Settings } from './settings';

/**
 * The site that a document belongs to, as settings name it: its host without port and without a final dot, or
 * `file:` for local files. Null where there is none (data:, blob: and the browser's own pages).
 */
export function siteOf(url: { protocol: string; hostname: string }): string | null {
  if (url.protocol === 'file:') return 'file:';
  return /^https?:$/.test(url.protocol) ? url.hostname.replace(/\.$/, '') || null : null;
}

/** True when `site` names `host` or a parent domain of it. Addresses have no subdomains. */
export function covers(site: string, host: string): boolean {
  return host === site || (host.endsWith(`.${site}`) && !isAddress(host));
}

/** An IP address, version 4 or in the brackets of version 6. */
export const isAddress = (host: string): boolean => /^\[|^\d+(\.\d+){3}$/.test(host);

/** Does the reader want terms explained on this site (the host of the top page)? */
export function isSiteOn({ mode, sites }: Settings, host: string): boolean {
  const named = (list: string[]) => list.some((site) => covers(site, host));
  return mode === 'chosen' ? named(sites.on) : !named(sites.off);
}
