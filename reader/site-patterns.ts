import { isAddress } from './sites';

/**
 * The match pattern of a site as settings name it, subdomains included; null for a host that no pattern can name.
 *
 *   example.org   *://*.example.org/*   the host itself and all below it
 *   127.0.0.1     *://127.0.0.1/*       addresses have no subdomains, and `*.[` is refused
 *   [::1]         *://[::1]/*
 *   file:         file:///*
 */
export function sitePattern(site: string): string | null {
  if (site === 'file:') return 'file:///*';
  if (isAddress(site)) return `*://${site}/*`;
  // URL allows hosts such as `a*b.example`, whose star a pattern would take for its own.
  return /^[\w-]+(\.[\w-]+)*$/.test(site) ? `*://*.${site}/*` : null;
}

/** The patterns of some sites, and the sites that have none. */
export function sitePatterns(sites: readonly string[]): { patterns: string[]; odd: string[] } {
  const patterns = new Set<string>();
  const odd: string[] = [];
  for (const site of sites) {
    const pattern = sitePattern(site);
    if (pattern) patterns.add(pattern);
    else odd.push(site);
  }
  return { patterns: [...patterns], odd };
}
