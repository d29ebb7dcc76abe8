import * as z from 'zod/mini';
import { parseSite } from './parse-site';
import { DWELL_MS } from './read-settings';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { siteOf } from './sites';

/** One thing in the stored settings that could not be used. */
export interface SettingsFault {
  /** The setting as a reader knows it. */
  what: string;
  found: string;
  limit: string;
  used: string;
}

export interface Decoded {
  settings: Settings;
  faults: SettingsFault[];
  /** The stored value is of an earlier version, or holds sites in another form: store it anew. */
  changed: boolean;
}

const VERSION = DEFAULT_SETTINGS.version;

type Stored = Record<string, unknown>;

/** Steps from one version to the next; index = the version that is stepped from. Never remove one. */
const MIGRATIONS: ((stored: Stored) => Stored)[] = [
  // 0: written before settings had a version.
  (stored) => ({ ...stored, version: 1 }),
];

const FIELDS = {
  mode: { what: 'Where AI Gloss works', limit: 'everywhere or chosen', schema: z.enum(['everywhere', 'chosen']) },
  density: { what: 'How many marks', limit: 'section, page or every', schema: z.enum(['section', 'page', 'every']) },
  dwellMs: {
    what: 'Rest before a card opens',
    limit: `a number from ${DWELL_MS.min} to ${DWELL_MS.max}`,
    schema: z.number().check(z.minimum(DWELL_MS.min), z.maximum(DWELL_MS.max)),
  },
  theme: { what: 'Theme', limit: 'system, light or dark', schema: z.enum(['system', 'light', 'dark']) },
};

const LISTS = { off: 'Sites that are off', on: 'Sites that you chose' };

/**
 * Settings out of whatever is stored: upgraded from earlier versions, checked field by field. What is broken is its
 * default, and told. Of a version that is not known yet nothing is used.
 */
export function decodeSettings(raw: unknown): Decoded {
  const settings: Settings = { ...DEFAULT_SETTINGS, sites: { off: [], on: [] } };
  const faults: SettingsFault[] = [];
  if (raw === undefined) return { settings, faults, changed: false };
  const fault = (what: string, found: unknown, limit: string, used: string) =>
    faults.push({ what, found: show(found), limit, used });

  if (!isRecord(raw)) {
    fault('All settings', raw, 'a set of named settings', 'the defaults');
    return { settings, faults, changed: true };
  }
  const from = raw.version ?? 0;
  if (!Number.isInteger(from) || (from as number) < 0 || (from as number) > VERSION) {
    fault('Version of the settings', from, `at most ${VERSION} in this AI Gloss`, 'the defaults');
    return { settings, faults, changed: true };
  }
  const stored = MIGRATIONS.slice(from as number).reduce((value, step) => step(value), raw as Stored);

  for (const [field, { what, limit, schema }] of Object.entries(FIELDS)) {
    const value = stored[field];
    const result = schema.safeParse(value);
    if (result.success) Object.assign(settings, { [field]: result.data });
    else if (value !== undefined) fault(what, value, limit, String(settings[field as keyof typeof FIELDS]));
  }

  let changed = from !== VERSION;
  const lists = stored.sites === undefined ? {} : stored.sites;
  if (!isRecord(lists)) fault('Lists of sites', lists, 'two lists', 'no sites');
  else {
    for (const [name, what] of Object.entries(LISTS) as ['off' | 'on', string][]) {
      const list = lists[name];
      if (list === undefined) continue;
      if (!Array.isArray(list)) {
        fault(what, list, 'a list', 'no sites');
        continue;
      }
      const sites = new Set<string>();
      for (const item of list) {
        const site = typeof item === 'string' ? siteIn(item) : null;
        if (site) sites.add(site);
        else fault(what, item, 'the name of a site', 'left out');
      }
      settings.sites[name] = [...sites];
      changed ||= sites.size !== list.length || list.some((item) => !sites.has(item));
    }
  }
  return { settings, faults, changed: changed || faults.length > 0 };
}

/** A switch may have named a host that nobody would type, such as `a*b.example`: kept, since the reader wants it off. */
function siteIn(text: string): string | null {
  const address = `http://${text}/`;
  if (URL.canParse(address) && siteOf(new URL(address)) === text) return text;
  const parsed = parseSite(text);
  return 'site' in parsed ? parsed.site : null;
}

const isRecord = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** At most a line of a value, as it is stored. */
function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
