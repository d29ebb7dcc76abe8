import { siteOf } from './sites';

export type ParsedSite = { site: string } | { error: string };

const EXAMPLES = 'Write it like example.org, localhost or 192.168.0.1';

/**
 * A site as a reader types or pastes it (address, host, with a port, with `*.` in front), in the form in which
 * settings name it; or what is wrong with it and what to do, as a sentence.
 */
export function parseSite(text: string): ParsedSite {
  const typed = text.trim();
  if (!typed) return { error: `Nothing was typed. ${EXAMPLES}.` };
  if (/^file:/i.test(typed)) return { site: 'file:' };
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(typed)?.[1]?.toLowerCase();
  if (scheme && scheme !== 'http' && scheme !== 'https') {
    return { error: `“${typed}” begins with ${scheme}://, where AI Gloss cannot run. ${EXAMPLES}.` };
  }
  const bare = typed.replace(/^https?:\/\//i, '').replace(/^\*\./, '');
  const address = /^[\da-f:]*:[\da-f:]*:[\da-f:.]*$/i.test(bare) ? `[${bare}]` : bare;
  if (/\s/.test(bare)) return { error: `“${typed}” has a space in it, which no site has. ${EXAMPLES}.` };
  if (!URL.canParse(`http://${address}`)) return { error: `“${typed}” is not the name of a site. ${EXAMPLES}.` };
  const url = new URL(`http://${address}`);
  const site = siteOf(url);
  if (!site || /^\.|\.\./.test(site)) return { error: `“${typed}” is not the name of a site. ${EXAMPLES}.` };
  if (/[^\w.[\]:-]/.test(site)) {
    const odd = /[^\w.[\]:-]/.exec(site)![0];
    return { error: `“${typed}” has “${odd}” in its name, which browsers cannot match. ${EXAMPLES}.` };
  }
  if (site.length > 253) {
    return { error: `The name is ${site.length} letters long; a site's has at most 253. ${EXAMPLES}.` };
  }
  return { site };
}
