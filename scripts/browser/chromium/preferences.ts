import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Bit of an extension's `creation_flags` by which Chromium forgets one loaded by debugging protocol at its end. */
const FORGET = 1 << 15;

const preferencesOf = (profile: string) => join(profile, 'Default', 'Preferences');

/** Makes a new profile a developer's: Chromium runs unpacked extensions after a restart in those alone. */
export function allowUnpacked(profile: string): void {
  mkdirSync(dirname(preferencesOf(profile)), { recursive: true });
  writeFileSync(preferencesOf(profile), JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}

/** While the browser is closed: makes the extension stay, with its storage and its registered scripts. */
export function keepUnpacked(profile: string, id: string): void {
  const preferences = JSON.parse(readFileSync(preferencesOf(profile), 'utf8'));
  const settings = preferences.extensions.settings[id];
  settings.creation_flags &= ~FORGET;
  writeFileSync(preferencesOf(profile), JSON.stringify(preferences));
}
