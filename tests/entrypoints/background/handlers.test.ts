import { expect, test, vi } from 'vitest';
import { createHandlers } from '../../../entrypoints/background/create-handlers';
import type { TabScripting } from '../../../entrypoints/background/create-injector';
import { stepTerm } from '../../../entrypoints/background/step-term';
import type { Entry } from '../../../glossary/types';
import { createProgress } from '../../../reader/progress';
import { DEFAULT_SETTINGS, type Settings } from '../../../reader/settings';
import { fakeArea, fakeLock } from '../../reader/fake-storage';

const LORA = { id: 'lora', term: 'LoRA' } as Entry;

function make(settings: Partial<Settings> = {}, privately = {}) {
  const executeScript = vi.fn(async () => []);
  const switchSite = vi.fn(async () => {});
  const area = fakeArea();
  const handlers = createHandlers({
    scripting: { executeScript } as unknown as TabScripting,
    loadEntry: async (id) => (id === 'lora' ? LORA : null),
    readSettings: async () => ({ ...DEFAULT_SETTINGS, ...settings }),
    readPrivateSites: async () => privately,
    switchSite,
    progress: createProgress(area, fakeLock()),
  });
  return { handlers, executeScript, switchSite, area };
}

const from = (url?: string, incognito = false) => ({ tab: { id: 7, url, incognito }, frameId: 3 });

test('a card is prepared with its entry, and its script in the frame that asks', async () => {
  const { handlers, executeScript } = make();
  expect(await handlers['card.prepare']({ id: 'lora', needsScript: true }, from())).toEqual({ entry: LORA });
  expect(executeScript).toHaveBeenCalledExactlyOnceWith({
    target: { tabId: 7, frameIds: [3] },
    files: ['content-scripts/card.js'],
  });
});

test('a frame that has the script gets the entry alone', async () => {
  const { handlers, executeScript } = make();
  expect(await handlers['card.prepare']({ id: 'gone', needsScript: false }, from())).toEqual({ entry: null });
  expect(executeScript).not.toHaveBeenCalled();
});

test.each([
  [false, ['content-scripts/explain.js']],
  [true, ['content-scripts/explain.js', 'content-scripts/card.js']],
])('the explain script comes with card: %s as %j, in one call', async (card, files) => {
  const { handlers, executeScript } = make();
  await handlers['explain.load']({ card }, from());
  expect(executeScript).toHaveBeenCalledExactlyOnceWith({ target: { tabId: 7, frameIds: [3] }, files });
});

test('who is no frame of a page gets no script', async () => {
  const { handlers } = make();
  await expect(handlers['explain.load']({ card: false }, {})).rejects.toThrow('only a frame of a page');
});

const off: Partial<Settings> = { sites: { off: ['off.org'], on: [] } };
const chosen: Partial<Settings> = { mode: 'chosen', sites: { off: [], on: ['on.org'] } };
test.each<[string, Partial<Settings>, string | undefined, boolean, Record<string, boolean>, boolean]>([
  ['a frame of an on page', off, 'https://a.org/', false, {}, true],
  ['a frame of an off page', off, 'https://docs.off.org/', false, {}, false],
  ['a top page that we may not see, nothing off', {}, undefined, false, {}, true],
  ['a top page that we may not see, something off', off, undefined, false, {}, false],
  ['a top page that we may not see, mode chosen', chosen, undefined, false, {}, false],
  ['a top page without a site', off, 'about:blank', false, {}, true],
  ['a top page without a site, mode chosen', chosen, 'about:blank', false, {}, false],
  ['private: as the settings say', off, 'https://off.org/', true, {}, false],
  ['private: switched on there', off, 'https://off.org/', true, { 'off.org': true }, true],
  ['private: switched off there', off, 'https://a.org/', true, { 'a.org': false }, false],
  ['elsewhere private switches do not count', off, 'https://a.org/', false, { 'a.org': false }, true],
])('may it work? %s', async (_, settings, url, incognito, privately, on) => {
  const { handlers } = make(settings, privately);
  expect(await handlers['frame.decide']({}, from(url, incognito))).toEqual({ on });
});

test('progress of a private window is not stored', async () => {
  const { handlers, area } = make();
  expect(await handlers['progress.add']({ id: 'lora', question: 0 }, from('https://a.org', true))).toEqual({
    explored: [0],
  });
  expect(area.items).toEqual({});
  await handlers['progress.add']({ id: 'lora', question: 1 }, from('https://a.org'));
  expect(await handlers['progress.get']({ id: 'lora' }, {})).toEqual({ explored: [1] });
});

test('the switch of a card is for its top page', async () => {
  const { handlers, switchSite } = make();
  await handlers['site.set']({ on: false }, from('https://docs.a.org:8080/x', true));
  expect(switchSite).toHaveBeenCalledExactlyOnceWith('docs.a.org', false, true);
  await expect(handlers['site.set']({ on: false }, from())).rejects.toThrow('may not see which site');
});

test.each<[string, { focused: boolean; marks: boolean }[], number | null]>([
  [
    'the frame that has focus',
    [
      { focused: false, marks: true },
      { focused: true, marks: true },
    ],
    1,
  ],
  [
    'else the first with marks',
    [
      { focused: true, marks: false },
      { focused: false, marks: true },
    ],
    1,
  ],
  ['none without marks', [{ focused: true, marks: false }], null],
])('a step goes to %s', async (_, frames, expected) => {
  const steps: unknown[] = [];
  const executeScript = vi.fn(async ({ target }) => {
    if (target.allFrames) return frames.map((result, frameId) => ({ frameId, result }));
    steps.push(target);
    return [];
  });
  await stepTerm({ executeScript } as unknown as TabScripting, 7, 1);
  expect(steps).toEqual(expected === null ? [] : [{ tabId: 7, frameIds: [expected] }]);
});

test('a step in a page that refuses is quiet', async () => {
  const executeScript = vi.fn(async () => Promise.reject(new Error('Cannot access')));
  await expect(stepTerm({ executeScript } as unknown as TabScripting, 7, -1)).resolves.toBe(undefined);
});
