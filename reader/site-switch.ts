import { PRIVATE_SITES_KEY, type PrivateSites, readPrivateSites, switchPrivately } from './private-sites';
import type { Area, Lock } from './storage';
import type { SettingsStore } from './stored-settings';
import { switchSite } from './switch-site';

export interface SiteSwitchOptions {
  settings: SettingsStore;
  /** The browser's memory, `storage.session`. */
  session: Area;
  lock: Lock;
}

export interface SiteSwitch {
  /** Explains terms, or no longer, on the site of `host`; from a private window there alone, and never on disk. */
  set(host: string, on: boolean, isPrivate: boolean): Promise<void>;
  /** What was switched in private windows. */
  readPrivate(): Promise<PrivateSites>;
  /** The last private window is closed. */
  forgetPrivate(): Promise<void>;
}

/** The site switch of popup and background. Who listens to the stored values does the rest. */
export function createSiteSwitch({ settings, session, lock }: SiteSwitchOptions): SiteSwitch {
  const readPrivate = async () => readPrivateSites((await session.get(PRIVATE_SITES_KEY))[PRIVATE_SITES_KEY]);
  return {
    async set(host, on, isPrivate) {
      if (!isPrivate) {
        await settings.update((now) => switchSite(now, host, on));
        return;
      }
      await lock(async () => {
        await session.set({ [PRIVATE_SITES_KEY]: switchPrivately(await readPrivate(), host, on) });
      });
    },
    readPrivate,
    forgetPrivate: () => lock(() => session.remove(PRIVATE_SITES_KEY)),
  };
}
