import { isSiteOnPrivately, type PrivateSites } from '../../reader/private-sites';
import type { Settings } from '../../reader/settings';
import { sitePatterns } from '../../reader/site-patterns';
import { isSiteOn } from '../../reader/sites';

/** A registration as `scripting.registerContentScripts` takes it. */
export interface ScriptRegistration {
  id: string;
  js: string[];
  css?: string[];
  matches: string[];
  excludeMatches: string[];
  runAt: 'document_start' | 'document_idle';
  allFrames: boolean;
  matchOriginAsFallback?: boolean;
  persistAcrossSessions: boolean;
}

export const GUARD_FILE = 'content-scripts/guard.js';
export const CONTENT_FILE = 'content-scripts/content.js';
export const MARKS_FILE = 'marks.css';

/**
 * What should be registered for these settings, so that a document of a site that is off gets no script of ours;
 * and the sites that no pattern can name: there the content script's own check must do.
 */
export function wantedScripts(
  settings: Settings,
  privateSites: PrivateSites,
): { scripts: ScriptRegistration[]; odd: string[] } {
  const { patterns, odd } = sitePatterns(settings.mode === 'chosen' ? settings.sites.on : settings.sites.off);
  const scripts =
    settings.mode === 'chosen'
      ? patterns.length
        ? pair('', patterns, [], true)
        : []
      : pair('', ['<all_urls>'], patterns, true);

  // On in private windows and off elsewhere. A registration cannot tell the windows apart, so that outside of them
  // the script comes, sees that it is off, and goes. Never written to disk.
  const privatelyOn = Object.keys(privateSites).filter(
    (site) => isSiteOnPrivately(settings, privateSites, site) && !isSiteOn(settings, site),
  );
  const privately = sitePatterns(privatelyOn);
  if (privately.patterns.length) scripts.push(...pair('private-', privately.patterns, [], false));
  return { scripts, odd: [...odd, ...privately.odd] };
}

function pair(
  prefix: '' | 'private-',
  matches: string[],
  excludeMatches: string[],
  persistAcrossSessions: boolean,
): ScriptRegistration[] {
  const where = { matches, excludeMatches, allFrames: true, matchOriginAsFallback: true, persistAcrossSessions };
  return [
    { id: `${prefix}guard`, js: [GUARD_FILE], runAt: 'document_start', ...where },
    { id: `${prefix}content`, js: [CONTENT_FILE], css: [MARKS_FILE], runAt: 'document_idle', ...where },
  ];
}
