import { browser } from '../../messaging/browser';
import { SETTINGS_KEY, type Settings } from '../../reader/settings';
import { sharedLock } from '../../reader/storage';
import { createStoredSettings, SETTINGS_ASIDE_KEY, type SettingsAside } from '../../reader/stored-settings';

/** Everything that the options page asks of the world. */
export interface OptionsServices {
  read(): Promise<{ settings: Settings; asides: SettingsAside[] }>;
  update(change: (settings: Settings) => Settings): Promise<Settings>;
  clearAsides(): Promise<void>;
  /** Calls back on each change of the settings, wherever it was made; gives the way to stop. */
  onChange(listener: () => void): () => void;
  /** May AI Gloss read all sites? */
  hasAccess(): Promise<boolean>;
  onAccess(listener: () => void): () => void;
  requestAccess(): Promise<boolean>;
  copy(text: string): Promise<void>;
  version: string;
  browser: 'chromium' | 'firefox';
}

const EVERYWHERE = { origins: ['<all_urls>'] };

export function createServices(): OptionsServices {
  const settings = createStoredSettings(browser.storage.local, sharedLock('reader'));
  return {
    async read() {
      const now = await settings.read();
      return { settings: now, asides: await settings.asides() };
    },
    update: settings.update,
    clearAsides: settings.clearAsides,
    onChange(listener) {
      const onChanged = (changes: Record<string, unknown>, area: string) => {
        if (area === 'local' && (SETTINGS_KEY in changes || SETTINGS_ASIDE_KEY in changes)) listener();
      };
      browser.storage.onChanged.addListener(onChanged);
      return () => browser.storage.onChanged.removeListener(onChanged);
    },
    hasAccess: () => browser.permissions.contains(EVERYWHERE),
    onAccess(listener) {
      const { onAdded, onRemoved } = browser.permissions;
      onAdded.addListener(listener);
      onRemoved.addListener(listener);
      return () => {
        onAdded.removeListener(listener);
        onRemoved.removeListener(listener);
      };
    },
    requestAccess: () => browser.permissions.request(EVERYWHERE),
    copy: (text) => navigator.clipboard.writeText(text),
    version: browser.runtime.getManifest().version,
    browser: location.protocol === 'moz-extension:' ? 'firefox' : 'chromium',
  };
}
