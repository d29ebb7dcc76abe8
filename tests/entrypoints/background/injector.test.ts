import { expect, test, vi } from 'vitest';
import {
  createInjector,
  hostOfTab,
  type InjectTab,
  type TabScripting,
} from '../../../entrypoints/background/create-injector';

const tab = (id: number, url: string, more: Partial<InjectTab> = {}): InjectTab => ({
  id,
  url,
  active: false,
  incognito: false,
  status: 'complete',
  ...more,
});

/** Tabs with frames, each of which has our script or not. */
function make(tabs: InjectTab[], frames: Record<number, boolean[]>) {
  const calls: string[] = [];
  const scripting: TabScripting = {
    async executeScript({ target, files, func }) {
      const of = frames[target.tabId];
      if (!of) throw new Error('Cannot access a chrome:// URL');
      if (func) {
        calls.push(`${func.toString().includes('stop') ? 'stop' : 'look'} ${target.tabId}`);
        return of.map((result, frameId) => ({ frameId, result }));
      }
      calls.push(`run ${target.tabId} [${target.frameIds}] ${files!.join(' ')}`);
      return [];
    },
    insertCSS: async ({ target }) => void calls.push(`css ${target.tabId} [${target.frameIds}]`),
    removeCSS: async ({ target }) => void calls.push(`no css ${target.tabId}`),
  };
  return { calls, ...createInjector({ scripting, tabs: async () => tabs }) };
}

test('only frames that lack the script get it, with its sheet, and never twice', async () => {
  const { calls, start } = make([tab(1, 'https://a.org/')], { 1: [true, false, false] });
  await start(() => true);
  expect(calls).toEqual([
    'look 1',
    'no css 1',
    'css 1 [1,2]',
    'run 1 [1,2] content-scripts/guard.js content-scripts/content.js',
  ]);
});

test('a tab that has it everywhere is left alone', async () => {
  const { calls, start } = make([tab(1, 'https://a.org/')], { 1: [true, true] });
  await start(() => true);
  expect(calls).toEqual(['look 1']);
});

test.each([
  ['discarded', tab(1, 'https://a.org/', { discarded: true })],
  ['not loaded yet', tab(1, 'https://a.org/', { status: 'unloaded' })],
  ['of the browser', tab(1, 'chrome://settings/')],
  ['of another extension', tab(1, 'chrome-extension://abc/x.html')],
  ['not to be seen', { id: 1, active: true, incognito: false }],
  ['off', tab(1, 'https://off.org/')],
])('a tab that is %s is skipped', async (_, one) => {
  const { calls, start } = make([one], { 1: [false] });
  await start((host) => host !== 'off.org');
  expect(calls).toEqual([]);
});

test('a tab that refuses does not stop the others, and the one in view comes first', async () => {
  const tabs = [1, 2, 3, 4, 5, 6].map((id) => tab(id, `https://a${id}.org/`, { active: id === 6 }));
  const { calls, start } = make(tabs, { 1: [true], 2: [true], 4: [true], 5: [true], 6: [true] });
  await start(() => true);
  expect(calls[0]).toBe('look 6');
  expect([...calls].sort()).toEqual(['look 1', 'look 2', 'look 4', 'look 5', 'look 6']);
});

test('a tab that never answers holds up nobody for long', async () => {
  vi.useFakeTimers();
  const scripting = {
    executeScript: vi.fn(({ target }) =>
      target.tabId <= 4 ? new Promise(() => {}) : Promise.resolve([{ frameId: 0, result: true }]),
    ),
  } as unknown as TabScripting;
  const tabs = [1, 2, 3, 4, 5].map((id) => tab(id, 'https://a.org/'));
  const done = createInjector({ scripting, tabs: async () => tabs }).start(() => true);
  await vi.advanceTimersByTimeAsync(3001);
  await done;
  expect(scripting.executeScript).toHaveBeenCalledTimes(5);
  vi.useRealTimers();
});

test('stop reaches every frame of the tabs that are named', async () => {
  const { calls, stop } = make([tab(1, 'https://a.org/'), tab(2, 'https://b.org/')], { 1: [true], 2: [true] });
  await stop((host) => host === 'b.org');
  expect(calls).toEqual(['stop 2']);
});

test.each([
  ['https://docs.a.org:8443/x', 'docs.a.org'],
  ['file:///tmp/a.html', 'file:'],
  ['about:blank', null],
  ['view-source:https://a.org/', null],
  [undefined, null],
])('the host of a tab at %s is %s', (url, host) => {
  expect(hostOfTab({ url })).toBe(host);
});
