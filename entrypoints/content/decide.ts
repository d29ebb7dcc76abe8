import { ask, pageExtension } from '../../messaging/page-extension';
import type { Settings } from '../../reader/settings';
import { isSiteOn, siteOf } from '../../reader/sites';

/**
 * May this frame work? The top page's site decides for all its frames. Where the browser does not tell a frame who
 * its top page is, and in private windows, the background is asked.
 */
export async function decide(settings: Settings): Promise<boolean> {
  const { mode, sites } = settings;
  if (!pageExtension()?.extension?.inIncognitoContext) {
    if (mode === 'everywhere' && !sites.off.length) return true;
    const top = topPage();
    if (top) return isSiteOn(settings, siteOf(top) ?? '');
  }
  try {
    return (await ask('frame.decide', {})).on;
  } catch {
    // Nobody answers: rather show nothing than explain a site that is off.
    return false;
  }
}

function topPage(): { protocol: string; hostname: string } | null {
  if (window === window.top) return location;
  const origins = location.ancestorOrigins;
  const origin = origins?.[origins.length - 1];
  if (origin) return URL.canParse(origin) ? new URL(origin) : null;
  try {
    const { protocol, hostname } = window.top!.location;
    return { protocol, hostname };
  } catch {
    return null;
  }
}
