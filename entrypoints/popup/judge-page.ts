import { isSiteOnPrivately, type PrivateSites } from '../../reader/private-sites';
import type { Settings } from '../../reader/settings';
import { isSiteOn, siteOf } from '../../reader/sites';
import { decidingSite } from '../../reader/switch-site';
import type { PageReport } from './read-page';

/** What the popup knows of the page below it. */
export interface PageFacts {
  /** Undefined where the browser does not tell. */
  url: string | undefined;
  isPrivate: boolean;
  isLoading: boolean;
  /** May we read this page / all pages, by what the reader granted? */
  access: { here: boolean; everywhere: boolean };
  /** May we read files (a separate switch in Chromium)? */
  fileAccess: boolean;
  settings: Settings;
  privateSites: PrivateSites;
  /** Null when the page refused to be asked. */
  report: PageReport | null;
  /** The switch was used a moment ago: our scripts may be on their way. */
  isSwitching: boolean;
}

/** What a button beside the reason can do. */
export type Remedy = 'reload' | 'access';

export interface PageVerdict {
  /** Whose page it is, as a heading. */
  title: string;
  /** What the switch is for; null where it could do nothing. */
  host: string | null;
  state: 'on' | 'off' | 'impossible' | 'reading';
  /** One line: the terms, or why there are none. */
  line: string;
  remedy?: Remedy;
}

const BROWSER_PAGE =
  /^(about|chrome|edge|brave|opera|vivaldi|devtools|view-source|chrome-search|chrome-untrusted|resource):/;
const EXTENSION_PAGE = /^(chrome|moz|safari-web)-extension:/;
/** Where browsers keep extensions out, whatever was granted. */
const CLOSED_SITE =
  /^https?:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org|accounts\.firefox\.com|support\.mozilla\.org|sync\.services\.mozilla\.com)(\/|$)/;
const STORE = /webstore|addons/;
const DRAWN_PAGE = /^https:\/\/docs\.google\.com\/(document|spreadsheets|presentation)\//;
const READABLE = /^(text\/html|application\/xhtml\+xml)$/;

/** Is the page on, off or out of reach, and why: in words for its reader. */
export function judgePage(facts: PageFacts): PageVerdict {
  const { url, report, access, settings } = facts;
  const impossible = (title: string, line: string, remedy?: Remedy): PageVerdict => {
    return { title, host: null, state: 'impossible', line, remedy };
  };

  if (url === undefined) {
    return access.everywhere
      ? impossible('A page of the browser', 'Extensions may not run here.')
      : impossible('This page', 'AI Gloss has no access to this page.', 'access');
  }
  if (EXTENSION_PAGE.test(url)) return impossible('A page of an extension', 'Other extensions may not run here.');
  if (BROWSER_PAGE.test(url)) return impossible('A page of the browser', 'Extensions may not run here.');
  const host = URL.canParse(url) ? siteOf(new URL(url)) : null;
  if (host === null) return impossible('This page', 'It belongs to no site, so AI Gloss cannot run here.');

  const title = host === 'file:' ? 'Files on this computer' : host;
  if (CLOSED_SITE.test(url)) {
    const what = STORE.test(url) ? 'the pages of extension stores' : 'this site of the browser’s maker';
    return impossible(title, `Browsers keep extensions out of ${what}.`);
  }
  if (host === 'file:' && !facts.fileAccess) {
    return impossible(title, 'To allow it: extension settings, AI Gloss, “Allow access to file URLs”.');
  }
  // A click on the icon may have let us in for this once.
  if (!access.here && !report) return impossible(title, 'AI Gloss has no access to this site.', 'access');
  if (report?.contentType === 'application/pdf' || (!report && /\.pdf$/i.test(new URL(url).pathname))) {
    return impossible(title, 'A PDF: the browser’s viewer shows it out of reach of extensions.');
  }
  if (DRAWN_PAGE.test(url)) {
    return impossible(title, 'Google Docs draws its text as a picture, so there are no words to mark.');
  }
  if (report && !READABLE.test(report.contentType)) {
    return impossible(title, `Not a web page but a file of type ${report.contentType}.`);
  }

  const isOn = facts.isPrivate ? isSiteOnPrivately(settings, facts.privateSites, host) : isSiteOn(settings, host);
  if (!isOn) return { title, host, state: 'off', line: whyOff(facts, host) };
  if (!report) {
    if (facts.isLoading) return { title, host, state: 'reading', line: 'Reading the page…' };
    return {
      title,
      host,
      state: 'on',
      line: 'AI Gloss could not reach this page. Is it an error page?',
      remedy: 'reload',
    };
  }
  if (!report.ours) {
    if (facts.isLoading || facts.isSwitching) return { title, host, state: 'reading', line: 'Reading the page…' };
    return { title, host, state: 'on', line: 'Not in this page yet: it was loaded before.', remedy: 'reload' };
  }
  const count = report.terms.length;
  if (!count && !report.settled) return { title, host, state: 'reading', line: 'Reading the page…' };
  const line = count === 0 ? 'Nothing to explain here' : count === 1 ? '1 term here' : `${count} terms here`;
  return { title, host, state: 'on', line };
}

function whyOff({ settings, isPrivate }: PageFacts, host: string): string {
  if (isPrivate && isSiteOn(settings, host)) {
    return 'Off because you switched it off in private windows';
  }
  if (settings.mode === 'chosen') return 'Off: AI Gloss works only on sites you choose';
  const site = decidingSite(settings, host);
  return site && site !== host ? `Off because you switched off ${site}` : 'Off because you switched it off here';
}
