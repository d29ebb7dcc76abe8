import { DEFAULT_SETTINGS, type Settings } from './settings';

/** Limits of the rest before a card opens, in ms. */
export const DWELL_MS = { min: 150, max: 800 };

/**
 * Settings from whatever is stored, field by field: what is broken or missing is its default. Reports nothing and
 * changes nothing: for content scripts, which only read. Pages and background use stored-settings.
 */
export function readSettings(raw: unknown): Settings {
  const stored = record(raw);
  const sites = record(stored.sites);
  const defaults = DEFAULT_SETTINGS;
  const { dwellMs } = stored;
  return {
    version: 1,
    mode: oneOf(stored.mode, ['everywhere', 'chosen'], defaults.mode),
    sites: { off: texts(sites.off), on: texts(sites.on) },
    density: oneOf(stored.density, ['section', 'page', 'every'], defaults.density),
    dwellMs:
      typeof dwellMs === 'number' && dwellMs >= DWELL_MS.min && dwellMs <= DWELL_MS.max ? dwellMs : defaults.dwellMs,
    theme: oneOf(stored.theme, ['system', 'light', 'dark'], defaults.theme),
  };
}

const record = (value: unknown): Record<string, unknown> =>
  value && typeof value === 'object' ? (value as Record<string, unknown>) : {};

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T =>
  allowed.find((item) => item === value) ?? otherwise;
