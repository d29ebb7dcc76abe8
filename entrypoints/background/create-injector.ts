import { siteOf } from '../../reader/sites';
import { CONTENT_FILE, GUARD_FILE, MARKS_FILE } from './wanted-scripts';

export interface InjectTab {
  id?: number;
  url?: string;
  active: boolean;
  incognito: boolean;
  discarded?: boolean;
  status?: string;
}

type Target = { tabId: number; allFrames?: boolean; frameIds?: number[] };

/** The parts of the extension API that reach into tabs. */
export interface TabScripting {
  executeScript(injection: {
    target: Target;
    files?: string[];
    func?: () => unknown;
  }): Promise<{ frameId: number; result?: unknown }[]>;
  insertCSS(injection: { target: Target; files: string[] }): Promise<void>;
  removeCSS(injection: { target: Target; files: string[] }): Promise<void>;
}

export interface InjectorOptions {
  scripting: TabScripting;
  tabs(): Promise<InjectTab[]>;
}

export type TabChoice = (host: string, tab: InjectTab) => boolean;

/** So many tabs at once: after an update there may be hundreds, and their pages have work of their own. */
const AT_ONCE = 4;
/** A tab that does not answer, such as one that never ends loading, holds up the others no longer than this, ms. */
const PATIENCE_MS = 3000;

export interface Injector {
  /** Brings our scripts into the frames that lack them, in the open tabs that `choose` names by their top page's host. */
  start(choose: TabChoice): Promise<void>;
  /** Takes everything of ours out of the open tabs that `choose` names. */
  stop(choose: TabChoice): Promise<void>;
}

export function createInjector({ scripting, tabs }: InjectorOptions): Injector {
  const inject = async (tabId: number) => {
    const frames = await scripting.executeScript({ target: { tabId, allFrames: true }, func: isAlive });
    const frameIds = frames.filter(({ result }) => !result).map(({ frameId }) => frameId);
    if (!frameIds.length) return;
    const target = { tabId, frameIds };
    // A frame that was off for a while still has the sheet: never twice.
    await scripting.removeCSS({ target, files: [MARKS_FILE] }).catch(() => {});
    await scripting.insertCSS({ target, files: [MARKS_FILE] });
    await scripting.executeScript({ target, files: [GUARD_FILE, CONTENT_FILE] });
  };

  const each = async (choose: TabChoice, act: (tabId: number) => Promise<unknown>) => {
    const chosen = (await tabs())
      .filter((tab) => tab.id !== undefined && !tab.discarded && tab.status !== 'unloaded' && isChosen(tab, choose))
      .sort((a, b) => Number(b.active) - Number(a.active));
    let next = 0;
    const worker = async () => {
      for (let tab = chosen[next++]; tab; tab = chosen[next++]) {
        // Pages of the browser and of stores refuse; a tab may be gone meanwhile.
        const done = act(tab.id!).catch(() => {});
        await Promise.race([done, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  };

  return {
    start: (choose) => each(choose, inject),
    stop: (choose) =>
      each(choose, (tabId) => scripting.executeScript({ target: { tabId, allFrames: true }, func: stopFrame })),
  };
}

/** The site of a tab's top page; null where we cannot be, or may not know. */
export function hostOfTab({ url }: { url?: string }): string | null {
  return url && URL.canParse(url) ? siteOf(new URL(url)) : null;
}

function isChosen(tab: InjectTab, choose: TabChoice): boolean {
  const host = hostOfTab(tab);
  return host !== null && choose(host, tab);
}

// These two run inside pages: no names from outside.
const isAlive = () => {
  if (globalThis.aiGloss?.alive()) return true;
  // Firefox ends the scripts of an updated extension without a word to them: what they showed would stay for ever.
  for (const card of document.querySelectorAll('ai-gloss-card')) card.remove();
  for (const name of ['ai-gloss-mark', 'ai-gloss-active']) CSS.highlights?.delete(name);
  return false;
};
const stopFrame = () => globalThis.aiGloss?.stop();
