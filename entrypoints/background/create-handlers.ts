import type { Entry } from '../../glossary/types';
import type { Handlers, Sender } from '../../messaging/handle';
import { isSiteOnPrivately, type PrivateSites } from '../../reader/private-sites';
import type { ProgressStore } from '../../reader/progress';
import type { Settings } from '../../reader/settings';
import { isSiteOn } from '../../reader/sites';
import { hostOfTab, type TabScripting } from './create-injector';

export interface HandlerOptions {
  scripting: TabScripting;
  loadEntry(id: string): Promise<Entry | null>;
  readSettings(): Promise<Settings>;
  readPrivateSites(): Promise<PrivateSites>;
  /** Switches the site of a host, in private windows for these alone. */
  switchSite(host: string, on: boolean, isPrivate: boolean): Promise<void>;
  progress: ProgressStore;
}

const CARD_FILE = 'content-scripts/card.js';
const SENSE_FILE = 'content-scripts/sense.js';
const EXPLAIN_FILE = 'content-scripts/explain.js';

/** What the background answers; see messaging/messages.ts. */
export function createHandlers(options: HandlerOptions): Handlers {
  const { scripting, loadEntry, readSettings, readPrivateSites, switchSite, progress } = options;

  const inject = async ({ tab, frameId }: Sender, files: string[]) => {
    if (tab?.id === undefined || frameId === undefined) throw new Error('only a frame of a page can ask for scripts');
    await scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files });
  };
  const getEntry = async ({ id }: { id: string }) => ({ entry: await loadEntry(id) });

  return {
    'card.prepare': async ({ id, needsScript }, sender) => {
      const [answer] = await Promise.all([getEntry({ id }), needsScript ? inject(sender, [CARD_FILE]) : null]);
      return answer;
    },
    'explain.load': async ({ card }, sender) => {
      await inject(sender, card ? [EXPLAIN_FILE, CARD_FILE] : [EXPLAIN_FILE]);
      return {};
    },
    'sense.load': async (_, sender) => {
      await inject(sender, [SENSE_FILE]);
      return {};
    },
    'entry.get': getEntry,
    'frame.decide': async (_, { tab }) => {
      const settings = await readSettings();
      // A top page that we may not see: on where everything is.
      if (tab?.url === undefined) return { on: settings.mode === 'everywhere' && !settings.sites.off.length };
      // A page without a site, such as about:blank, is in no list.
      const host = hostOfTab(tab) ?? '';
      if (!tab.incognito) return { on: isSiteOn(settings, host) };
      return { on: isSiteOnPrivately(settings, await readPrivateSites(), host) };
    },
    'progress.get': async ({ id }) => ({ explored: await progress.get(id) }),
    'progress.add': async ({ id, question }, { tab }) => ({
      explored: await progress.add(id, question, tab?.incognito ?? false),
    }),
    'site.set': async ({ on }, { tab }) => {
      const host = tab ? hostOfTab(tab) : null;
      if (host === null) throw new Error('AI Gloss may not see which site this page belongs to');
      await switchSite(host, on, tab!.incognito);
      return {};
    },
  };
}
