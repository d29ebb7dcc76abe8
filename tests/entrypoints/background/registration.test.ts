import { expect, test } from 'vitest';
import { createRegistration } from '../../../entrypoints/background/create-registration';
import { wantedScripts } from '../../../entrypoints/background/wanted-scripts';
import type { PrivateSites } from '../../../reader/private-sites';
import { DEFAULT_SETTINGS, type Settings } from '../../../reader/settings';
import { fakeRegistrar } from './fake-scripting';

function make(options: Parameters<typeof fakeRegistrar>[0] = {}) {
  const fake = fakeRegistrar(options);
  const state = { settings: DEFAULT_SETTINGS as Settings, privately: {} as PrivateSites, log: [] as string[] };
  const sync = createRegistration({
    registrar: fake.registrar,
    wanted: async () => wantedScripts(state.settings, state.privately),
    log: (message) => state.log.push(message),
  });
  const off = (...sites: string[]) => {
    state.settings = { ...DEFAULT_SETTINGS, sites: { off: sites, on: [] } };
  };
  const choose = (...sites: string[]) => {
    state.settings = { ...DEFAULT_SETTINGS, mode: 'chosen', sites: { off: [], on: sites } };
  };
  return { ...fake, state, sync, off, choose };
}

test('at first both scripts go everywhere, the guard before the page', async () => {
  const { scripts, sync } = make();
  await sync();
  expect([...scripts.values()]).toMatchObject([
    { id: 'guard', runAt: 'document_start', matches: ['<all_urls>'], allFrames: true, persistAcrossSessions: true },
    { id: 'content', runAt: 'document_idle', matches: ['<all_urls>'], css: ['marks.css'], matchOriginAsFallback: true },
  ]);
});

test('a second sync touches nothing', async () => {
  const { calls, sync, off } = make();
  off('a.org', 'b.org');
  await sync();
  off('b.org', 'a.org');
  await sync();
  expect(calls).toEqual(['register guard,content']);
});

test('after an update of the extension, which drops registrations, they come back', async () => {
  const { scripts, sync } = make();
  await sync();
  scripts.clear();
  await sync();
  expect([...scripts.keys()]).toEqual(['guard', 'content']);
});

test('syncs that are called at once do not register twice', async () => {
  const { calls, scripts, state, sync, off } = make();
  const first = sync();
  off('a.org');
  await Promise.all([first, sync(), sync()]);
  expect(calls.filter((call) => call.startsWith('register'))).toHaveLength(1);
  expect(scripts.get('guard')!.excludeMatches).toEqual(['*://*.a.org/*']);
  expect(state.log).toEqual([]);
});

test('off sites are excluded, and come back when they are on', async () => {
  const { scripts, sync, off } = make();
  off('a.org', '[::1]');
  await sync();
  expect(scripts.get('content')!.excludeMatches).toEqual(['*://*.a.org/*', '*://[::1]/*']);
  off();
  await sync();
  expect(scripts.get('content')!.excludeMatches).toEqual([]);
});

test('in mode chosen only these match, and without any nothing is registered', async () => {
  const { scripts, sync, choose } = make();
  await sync();
  choose('a.org', '127.0.0.1');
  await sync();
  expect(scripts.get('guard')).toMatchObject({ matches: ['*://*.a.org/*', '*://127.0.0.1/*'], excludeMatches: [] });
  choose();
  await sync();
  expect(scripts.size).toBe(0);
});

test('a host that no pattern can name leaves the others as they are, and is told once', async () => {
  const { scripts, state, sync, off } = make();
  off('a*b.example', 'a.org');
  await sync();
  await sync();
  expect(scripts.get('guard')!.excludeMatches).toEqual(['*://*.a.org/*']);
  expect(state.log).toEqual(['No match pattern can name a*b.example: there the content script itself decides']);
});

test('patterns that this browser refuses are left out one by one', async () => {
  const { scripts, state, sync, off } = make({ refuse: (pattern) => /odd\d/.test(pattern) });
  off('a.org', 'odd1', 'b.org', 'c.org', 'odd2');
  await sync();
  expect(scripts.get('guard')!.excludeMatches).toEqual(['*://*.a.org/*', '*://*.b.org/*', '*://*.c.org/*']);
  expect([...scripts.keys()]).toEqual(['guard', 'content']);
  expect(state.log.filter((line) => line.includes('refuses'))).toEqual([
    'The browser refuses the pattern *://*.odd1/*: there the content script decides',
    'The browser refuses the pattern *://*.odd2/*: there the content script decides',
  ]);
});

test('a chosen site that the browser refuses does not take the others with it', async () => {
  const { scripts, sync, choose } = make({ refuse: (pattern) => pattern.includes('odd') });
  choose('odd', 'a.org');
  await sync();
  expect(scripts.get('content')!.matches).toEqual(['*://*.a.org/*']);
  choose('odd');
  await sync();
  expect(scripts.size).toBe(0);
});

test('a browser that does not know matchOriginAsFallback gets the scripts without it', async () => {
  const { scripts, sync, off } = make({ unknown: 'matchOriginAsFallback' });
  off('a.org');
  await sync();
  expect([...scripts.keys()]).toEqual(['guard', 'content']);
  expect(scripts.get('guard')).not.toHaveProperty('matchOriginAsFallback');
});

test('leftovers under other names are taken away', async () => {
  const { scripts, registrar, sync } = make();
  await registrar.registerContentScripts([{ ...wantedScripts(DEFAULT_SETTINGS, {}).scripts[0]!, id: 'probe' }]);
  await sync();
  expect([...scripts.keys()]).toEqual(['guard', 'content']);
});

test('on in private windows alone: registered there for this session, never for the next', async () => {
  const { scripts, state, sync, off } = make();
  off('a.org');
  state.privately = { 'a.org': true, 'b.org': true, 'c.org': false };
  await sync();
  expect(scripts.get('private-guard')).toMatchObject({ matches: ['*://*.a.org/*'], persistAcrossSessions: false });
  expect(scripts.get('private-content')).toMatchObject({ css: ['marks.css'], persistAcrossSessions: false });
  state.privately = {};
  await sync();
  expect([...scripts.keys()]).toEqual(['guard', 'content']);
});

test('a sync that failed does not stand in the way of the next', async () => {
  const { registrar, scripts, sync } = make();
  const { getRegisteredContentScripts } = registrar;
  registrar.getRegisteredContentScripts = () => Promise.reject(new Error('shutting down'));
  await expect(sync()).rejects.toThrow('shutting down');
  registrar.getRegisteredContentScripts = getRegisteredContentScripts;
  await sync();
  expect(scripts.size).toBe(2);
});
