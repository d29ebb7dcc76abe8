import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, SETTINGS_KEY, type Settings } from '../../reader/settings';
import { createStoredSettings, SETTINGS_ASIDE_KEY, type SettingsAside } from '../../reader/stored-settings';
import { switchSite } from '../../reader/switch-site';
import { fakeArea, fakeLock } from './fake-storage';

const NOW = new Date('2026-03-04T05:06:07Z');
const make = (stored?: unknown) => {
  const area = fakeArea(stored === undefined ? {} : { [SETTINGS_KEY]: stored });
  return { area, store: createStoredSettings(area, fakeLock(), () => NOW) };
};

test('nothing stored gives the defaults and writes nothing', async () => {
  const { area, store } = make();
  expect(await store.read()).toEqual(DEFAULT_SETTINGS);
  expect(area.writes).toBe(0);
});

test('sound settings are read as they are', async () => {
  const stored: Settings = {
    version: 1,
    mode: 'chosen',
    sites: { off: ['a.org'], on: ['[::1]', 'a*b.example', 'file:'] },
    density: 'every',
    dwellMs: 650,
    theme: 'dark',
  };
  const { area, store } = make(stored);
  expect(await store.read()).toEqual(stored);
  expect(area.writes).toBe(0);
});

test('settings without a version are upgraded, and nothing in them is lost', async () => {
  const { area, store } = make({ density: 'page', sites: { off: ['a.org'] } });
  const expected = { ...DEFAULT_SETTINGS, density: 'page', sites: { off: ['a.org'], on: [] } };
  expect(await store.read()).toEqual(expected);
  expect(area.items[SETTINGS_KEY]).toEqual(expected);
  expect(await store.asides()).toEqual([]);
});

describe('broken values', () => {
  test.each<[string, unknown, Partial<Settings>, string[]]>([
    ['all of it', 'garbage', {}, ['All settings: "garbage"']],
    ['a list for settings', [], {}, ['All settings: []']],
    ['null', null, {}, ['All settings: null']],
    ['mode', { version: 1, mode: 'x', theme: 'dark' }, { theme: 'dark' }, ['Where AI Gloss works: "x"']],
    ['a rest too short', { version: 1, dwellMs: 5 }, {}, ['Rest before a card opens: 5']],
    ['a rest in words', { version: 1, dwellMs: 'long' }, {}, ['Rest before a card opens: "long"']],
    ['theme and density', { version: 1, theme: 1, density: {} }, {}, ['How many marks: {}', 'Theme: 1']],
    ['sites', { version: 1, sites: 7 }, {}, ['Lists of sites: 7']],
    [
      'a list of sites',
      { version: 1, sites: { off: 'a.org', on: ['b.org'] } },
      { sites: { off: [], on: ['b.org'] } },
      ['Sites that are off: "a.org"'],
    ],
    [
      'one site',
      { version: 1, sites: { off: ['a.org', 3, 'two words'] } },
      { sites: { off: ['a.org'], on: [] } },
      ['Sites that are off: 3', 'Sites that are off: "two words"'],
    ],
    ['a version in words', { version: 'new', theme: 'dark' }, {}, ['Version of the settings: "new"']],
  ])('%s: the default stands in, the rest is kept, the broken one is set aside', async (_, raw, kept, told) => {
    const { area, store } = make(raw);
    const expected = { ...DEFAULT_SETTINGS, ...kept };
    expect(await store.read()).toEqual(expected);
    expect(area.items[SETTINGS_KEY]).toEqual(expected);
    const [aside, ...others] = area.items[SETTINGS_ASIDE_KEY] as SettingsAside[];
    expect(others).toEqual([]);
    expect(aside).toMatchObject({ at: NOW.toISOString(), value: raw });
    expect(aside!.faults.map(({ what, found }) => `${what}: ${found}`)).toEqual(told);
  });

  test('settings of a version to come are kept whole, and not used', async () => {
    const future = { version: 9, theme: 'sepia', mode: 'chosen', brand: { new: true } };
    const { store } = make(future);
    expect(await store.read()).toEqual(DEFAULT_SETTINGS);
    expect(await store.asides()).toEqual([
      {
        at: NOW.toISOString(),
        value: future,
        faults: [
          { what: 'Version of the settings', found: '9', limit: 'at most 1 in this AI Gloss', used: 'the defaults' },
        ],
      },
    ]);
  });

  test('they are told until the reader puts them away, and set aside once', async () => {
    const { store } = make('garbage');
    await Promise.all([store.read(), store.read()]);
    expect(await store.asides()).toHaveLength(1);
    await store.clearAsides();
    await store.read();
    expect(await store.asides()).toEqual([]);
  });

  test('a change over a broken value repairs it and applies', async () => {
    const { store } = make({ version: 1, theme: 'x', mode: 'chosen' });
    await store.update((now) => switchSite(now, 'a.org', true));
    expect(await store.read()).toEqual({ ...DEFAULT_SETTINGS, mode: 'chosen', sites: { off: [], on: ['a.org'] } });
    expect(await store.asides()).toHaveLength(1);
  });
});

test('two surfaces that write at once lose nothing', async () => {
  const area = fakeArea();
  const lock = fakeLock();
  const [popup, options] = [createStoredSettings(area, lock), createStoredSettings(area, lock)];
  await Promise.all([
    popup.update((now) => switchSite(now, 'a.org', false)),
    options.update((now) => ({ ...now, theme: 'dark' })),
    popup.update((now) => switchSite(now, 'b.org', false)),
  ]);
  expect(area.items[SETTINGS_KEY]).toEqual({
    ...DEFAULT_SETTINGS,
    theme: 'dark',
    sites: { off: ['a.org', 'b.org'], on: [] },
  });
});

test('a write that fails is told to who asked, and the next one goes on', async () => {
  const { area, store } = make();
  const { set } = area;
  area.set = () => Promise.reject(new Error('quota'));
  await expect(store.update((now) => ({ ...now, theme: 'dark' }))).rejects.toThrow('quota');
  area.set = set;
  expect(await store.update((now) => ({ ...now, theme: 'light' }))).toMatchObject({ theme: 'light' });
});
