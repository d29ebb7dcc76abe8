import type { Settings } from './settings';
import { covers, isSiteOn } from './sites';

/**
 * What the reader switched in private windows: site → on. Held in the browser's memory (`storage.session`) alone,
 * and forgotten with the last private window.
 */
export type PrivateSites = Record<string, boolean>;

export const PRIVATE_SITES_KEY = 'private-sites';

/** Private switches from whatever is there: what is broken is left out. */
export function readPrivateSites(raw: unknown): PrivateSites {
  if (!raw || typeof raw !== 'object') return {};
  return Object.fromEntries(Object.entries(raw).filter(([, on]) => typeof on === 'boolean'));
}

/** Is the site of `host` on in a private window? The nearest switch made there decides, else the settings. */
export function isSiteOnPrivately(settings: Settings, sites: PrivateSites, host: string): boolean {
  const nearest = Object.keys(sites)
    .filter((site) => covers(site, host))
    .sort((a, b) => b.length - a.length)[0];
  return nearest === undefined ? isSiteOn(settings, host) : sites[nearest]!;
}

/** The switches with `host`, and all below it, set. */
export function switchPrivately(sites: PrivateSites, host: string, on: boolean): PrivateSites {
  const others = Object.entries(sites).filter(([site]) => !covers(host, site));
  return { ...Object.fromEntries(others), [host]: on };
}
