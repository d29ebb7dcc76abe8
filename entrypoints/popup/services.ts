import { loadEntry } from 'virtual:glossary/entries';
import { loadSearchDocs } from 'virtual:glossary/search';
import type { Progress } from '../../components/card/use-explored';
import type { Entry, SearchDoc } from '../../glossary/types';
import { browser } from '../../messaging/browser';
import { ask } from '../../messaging/page-extension';
import type { PageHandle } from '../../messaging/page-handle';
import { PRIVATE_SITES_KEY, type PrivateSites } from '../../reader/private-sites';
import { readSettings } from '../../reader/read-settings';
import { SETTINGS_KEY, type Settings } from '../../reader/settings';
import { createSiteSwitch } from '../../reader/site-switch';
import { sharedLock } from '../../reader/storage';
import { createStoredSettings } from '../../reader/stored-settings';
import type { PageFacts } from './judge-page';
import { mergeFrames, type PageReport, reportFrame, type SeenTerm } from './read-page';

/** The tab below the popup. */
export interface PageTab extends Pick<PageFacts, 'url' | 'isPrivate' | 'isLoading' | 'access' | 'fileAccess'> {
  id: number | undefined;
}

/** What the reader has set, as the popup needs it. */
export interface Reader {
  settings: Settings;
  privateSites: PrivateSites;
  /** Stored settings were broken, and wait for the reader in the options. */
  hasAsides: boolean;
}

/** Everything that the popup asks of the world. */
export interface PopupServices {
  reader(): Promise<Reader>;
  /** Calls back on each change of what the reader has set; gives the way to stop. */
  onReader(listener: () => void): () => void;
  tab(): Promise<PageTab>;
  report(tabId: number): Promise<PageReport | null>;
  switchSite(host: string, on: boolean, isPrivate: boolean): Promise<void>;
  /** Goes to the first mark of a term; false when there is none any more. */
  jump(tabId: number, term: SeenTerm): Promise<boolean>;
  reload(tabId: number): Promise<void>;
  /** Asks the reader for access to all sites; only from a click. */
  requestAccess(): Promise<boolean>;
  loadDocs(): Promise<SearchDoc[]>;
  loadEntry(id: string): Promise<Entry | null>;
  progress(isPrivate: boolean): Progress;
  openOptions(): Promise<void>;
  close(): void;
}

const EVERYWHERE = { origins: ['<all_urls>'] };

export function createServices(): PopupServices {
  const { local, session } = browser.storage;
  const lock = sharedLock('reader');
  const settings = createStoredSettings(local, lock);
  const sites = createSiteSwitch({ settings, session, lock });

  const mayRead = async (url: string | undefined) => {
    const origin = url && URL.canParse(url) ? new URL(url) : null;
    if (!origin || !/^https?:$/.test(origin.protocol)) return url !== undefined;
    try {
      return await browser.permissions.contains({ origins: [`${origin.protocol}//${origin.hostname}/*`] });
    } catch {
      // An odd host that no pattern can name; the browser told its address, so it is ours to see.
      return true;
    }
  };

  return {
    async reader() {
      const [stored, privateSites, asides] = await Promise.all([
        local.get(SETTINGS_KEY),
        sites.readPrivate(),
        settings.asides(),
      ]);
      // Reading must not wait for the lock; the background repairs what is broken.
      return { settings: readSettings(stored[SETTINGS_KEY]), privateSites, hasAsides: asides.length > 0 };
    },
    onReader(listener) {
      const onChanged = (changes: Record<string, unknown>) => {
        if (SETTINGS_KEY in changes || PRIVATE_SITES_KEY in changes) listener();
      };
      browser.storage.onChanged.addListener(onChanged);
      return () => browser.storage.onChanged.removeListener(onChanged);
    },
    async tab() {
      const [[tab], everywhere, fileAccess] = await Promise.all([
        browser.tabs.query({ active: true, currentWindow: true }),
        browser.permissions.contains(EVERYWHERE),
        browser.extension.isAllowedFileSchemeAccess(),
      ]);
      return {
        id: tab?.id,
        url: tab?.url,
        isPrivate: tab?.incognito ?? false,
        isLoading: tab?.status === 'loading',
        access: { everywhere, here: everywhere || (await mayRead(tab?.url)) },
        fileAccess,
      };
    },
    async report(tabId) {
      try {
        return mergeFrames(
          await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: reportFrame }),
        );
      } catch {
        return null;
      }
    },
    switchSite: sites.set,
    async jump(tabId, { id, frames }) {
      for (const frameId of frames) {
        const [found] = await browser.scripting
          .executeScript({ target: { tabId, frameIds: [frameId] }, func: jumpTo, args: [id] })
          .catch(() => []);
        if (found?.result) return true;
      }
      return false;
    },
    reload: (tabId) => browser.tabs.reload(tabId),
    requestAccess: () => browser.permissions.request(EVERYWHERE),
    loadDocs: loadSearchDocs,
    loadEntry,
    progress: (isPrivate) => ({
      get: async (id) => (await ask('progress.get', { id })).explored,
      // The background cannot see which window a popup belongs to.
      add: async (id, question) => (isPrivate ? [question] : (await ask('progress.add', { id, question })).explored),
    }),
    openOptions: () => browser.runtime.openOptionsPage(),
    close: () => window.close(),
  };
}

/** Runs inside the page: no names from outside. */
function jumpTo(id: string): Promise<boolean> | boolean {
  const handle: PageHandle | undefined = globalThis.aiGloss;
  return handle?.jump(id) ?? false;
}
