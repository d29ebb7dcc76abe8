import type { Settings } from './settings';
import { covers } from './sites';

/** The settings with terms explained, or no longer, on the site of `host`, in the mode that they are in. */
export function switchSite(settings: Settings, host: string, on: boolean): Settings {
  const { mode, sites } = settings;
  const list = mode === 'chosen' ? 'on' : 'off';
  const listed = on === (mode === 'chosen');
  return { ...settings, sites: { ...sites, [list]: withSite(sites[list], host, listed) } };
}

/** The named site that decides for `host` in the list of the mode; null when none does. */
export function decidingSite({ mode, sites }: Settings, host: string): string | null {
  const found = (mode === 'chosen' ? sites.on : sites.off).filter((site) => covers(site, host));
  return found.sort((a, b) => a.length - b.length)[0] ?? null;
}

function withSite(list: readonly string[], host: string, listed: boolean): string[] {
  const others = list.filter((site) => !covers(site, host));
  if (!listed) return others;
  // A parent that is there already says it; what is below the new one is said by it.
  if (others.length < list.length) return [...list];
  return [...list.filter((site) => !covers(host, site)), host];
}
