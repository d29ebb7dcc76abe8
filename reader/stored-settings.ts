import { decodeSettings, type SettingsFault } from './decode-settings';
import { SETTINGS_KEY, type Settings } from './settings';
import type { Area, Lock } from './storage';

export const SETTINGS_ASIDE_KEY = 'settings-aside';

/** Stored settings that could not be used whole, as they were found. */
export interface SettingsAside {
  /** ISO date and time. */
  at: string;
  faults: SettingsFault[];
  value: unknown;
}

export interface SettingsStore {
  /** The settings. What is broken in them is set aside and replaced first. */
  read(): Promise<Settings>;
  /** Changes the settings as they are at that moment; changes from elsewhere wait, so that none is lost. */
  update(change: (settings: Settings) => Settings): Promise<Settings>;
  /** What was set aside and the reader has not put away yet, oldest first. */
  asides(): Promise<SettingsAside[]>;
  /** The reader has seen it: the copies are deleted. */
  clearAsides(): Promise<void>;
}

/** A broken value that comes back again and again must not fill the storage. */
const MOST_ASIDES = 20;

/** The reader's settings for pages and the background. `area` is local storage, `lock` one that all of them share. */
export function createStoredSettings(area: Area, lock: Lock, now: () => Date = () => new Date()): SettingsStore {
  const asides = async (): Promise<SettingsAside[]> => {
    const { [SETTINGS_ASIDE_KEY]: kept } = await area.get(SETTINGS_ASIDE_KEY);
    return Array.isArray(kept) ? kept.filter((one) => one && Array.isArray(one.faults)) : [];
  };

  /** One write for copy and repair, so that no crash falls between them. */
  const settle = async (change?: (settings: Settings) => Settings): Promise<Settings> => {
    const { [SETTINGS_KEY]: raw } = await area.get(SETTINGS_KEY);
    const { settings, faults, changed } = decodeSettings(raw);
    const next = change ? change(settings) : settings;
    if (!changed && next === settings) return settings;
    const aside: SettingsAside[] = faults.length ? [{ at: now().toISOString(), faults, value: raw }] : [];
    await area.set({
      [SETTINGS_KEY]: next,
      ...(aside.length ? { [SETTINGS_ASIDE_KEY]: [...(await asides()), ...aside].slice(-MOST_ASIDES) } : {}),
    });
    return next;
  };

  return {
    read: () => lock(() => settle()),
    update: (change) => lock(() => settle(change)),
    asides,
    clearAsides: () => lock(() => area.remove(SETTINGS_ASIDE_KEY)),
  };
}
