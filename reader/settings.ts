/**
 * The reader's settings as every process knows them. No zod here, since the content script imports
 * this file; `stored-settings.ts` validates and migrates for the pages and the background.
 */
export type Density = 'section' | 'page' | 'every';
export type Theme = 'system' | 'light' | 'dark';
/** everywhere = all sites except `sites.off`; chosen = only `sites.on`. */
export type Mode = 'everywhere' | 'chosen';

export interface Settings {
  version: 1;
  mode: Mode;
  sites: { off: string[]; on: string[] };
  density: Density;
  /** Rest of the pointer before a card opens, 150–800 ms. */
  dwellMs: number;
  theme: Theme;
}

export const SETTINGS_KEY = 'settings';

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  mode: 'everywhere',
  sites: { off: [], on: [] },
  density: 'section',
  dwellMs: 300,
  theme: 'system',
};
