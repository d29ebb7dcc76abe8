import { expect, test } from 'vitest';
import { judgePage, type PageFacts, type PageVerdict } from '../../../entrypoints/popup/judge-page';
import type { PageReport } from '../../../entrypoints/popup/read-page';
import { DEFAULT_SETTINGS, type Settings } from '../../../reader/settings';

const report = (more: Partial<PageReport> = {}): PageReport => ({
  contentType: 'text/html',
  ours: true,
  settled: true,
  terms: [],
  ...more,
});
const term = (id: string) => ({ id, surface: id, count: 1, frames: [0] });
const facts = (more: Partial<PageFacts> = {}): PageFacts => ({
  url: 'https://a.org/x',
  isPrivate: false,
  isLoading: false,
  access: { here: true, everywhere: true },
  fileAccess: true,
  settings: DEFAULT_SETTINGS,
  privateSites: {},
  report: report(),
  isSwitching: false,
  ...more,
});
const off = (...sites: string[]): Settings => ({ ...DEFAULT_SETTINGS, sites: { off: sites, on: [] } });
const chosen = (...sites: string[]): Settings => ({
  ...DEFAULT_SETTINGS,
  mode: 'chosen',
  sites: { off: [], on: sites },
});
const none = { here: false, everywhere: false };

test.each<[string, Partial<PageFacts>, Partial<PageVerdict>]>([
  [
    'terms',
    { report: report({ terms: [term('a'), term('b')] }) },
    { state: 'on', line: '2 terms here', host: 'a.org' },
  ],
  ['one term', { report: report({ terms: [term('a')] }) }, { state: 'on', line: '1 term here' }],
  ['no terms', {}, { state: 'on', line: 'Nothing to explain here' }],
  ['not read to its end', { report: report({ settled: false }) }, { state: 'reading', line: 'Reading the page…' }],
  ['off here', { settings: off('a.org') }, { state: 'off', line: 'Off because you switched it off here' }],
  [
    'off by a parent',
    { url: 'https://docs.a.org/', settings: off('a.org') },
    { line: 'Off because you switched off a.org' },
  ],
  ['not chosen', { settings: chosen('b.org') }, { state: 'off', line: 'Off: AI Gloss works only on sites you choose' }],
  ['chosen', { settings: chosen('a.org') }, { state: 'on' }],
  [
    'off in private windows',
    { isPrivate: true, privateSites: { 'a.org': false } },
    {
      state: 'off',
      line: 'Off because you switched it off in private windows',
    },
  ],
  [
    'off, also in private windows',
    { isPrivate: true, settings: off('a.org') },
    {
      line: 'Off because you switched it off here',
    },
  ],
  [
    'on in private windows alone',
    { isPrivate: true, settings: off('a.org'), privateSites: { 'a.org': true } },
    {
      state: 'on',
    },
  ],
  ['private switches do not count elsewhere', { privateSites: { 'a.org': false } }, { state: 'on' }],
  ['loaded before', { report: report({ ours: false }) }, { state: 'on', remedy: 'reload', host: 'a.org' }],
  ['just switched on', { report: report({ ours: false }), isSwitching: true }, { state: 'reading' }],
  ['loading', { report: null, isLoading: true }, { state: 'reading' }],
  ['refuses', { report: null }, { state: 'on', remedy: 'reload', line: /error page/ as never }],
  [
    'a browser page, not told',
    { url: undefined, report: null },
    { state: 'impossible', title: 'A page of the browser' },
  ],
  ['a browser page, told', { url: 'chrome://settings', report: null }, { title: 'A page of the browser', host: null }],
  ['about:', { url: 'about:addons', report: null }, { title: 'A page of the browser' }],
  ['an extension', { url: 'chrome-extension://x/y.html', report: null }, { title: 'A page of an extension' }],
  [
    'no access, address not told',
    { url: undefined, access: none, report: null },
    { state: 'impossible', remedy: 'access' },
  ],
  [
    'no access',
    { access: none, report: null },
    {
      state: 'impossible',
      title: 'a.org',
      remedy: 'access',
      line: 'AI Gloss has no access to this site.',
    },
  ],
  ['access by a click alone', { access: none }, { state: 'on', host: 'a.org', line: 'Nothing to explain here' }],
  [
    'access to this site alone',
    { access: { here: true, everywhere: false } },
    { state: 'on', line: 'Nothing to explain here' },
  ],
  [
    'a store',
    { url: 'https://chromewebstore.google.com/detail/x', report: null },
    {
      state: 'impossible',
      line: 'Browsers keep extensions out of the pages of extension stores.',
    },
  ],
  ['the old store', { url: 'https://chrome.google.com/webstore/x', report: null }, { state: 'impossible' }],
  ['addons.mozilla.org', { url: 'https://addons.mozilla.org/en/', report: null }, { state: 'impossible' }],
  [
    'the maker’s help pages',
    { url: 'https://support.mozilla.org/en/', report: null },
    { line: /browser’s maker/ as never },
  ],
  [
    'a PDF, told by its type',
    { report: report({ contentType: 'application/pdf' }) },
    { line: /^A PDF/ as never, host: null },
  ],
  ['a PDF that refuses', { url: 'https://a.org/b.pdf?x', report: null }, { line: /^A PDF/ as never }],
  ['Google Docs', { url: 'https://docs.google.com/document/d/1' }, { state: 'impossible', line: /picture/ as never }],
  ['the list of Google Docs', { url: 'https://docs.google.com/about' }, { state: 'on' }],
  [
    'plain text',
    { report: report({ contentType: 'text/plain', ours: false }) },
    {
      line: 'Not a web page but a file of type text/plain.',
    },
  ],
  ['a file', { url: 'file:///tmp/a.html' }, { title: 'Files on this computer', host: 'file:', state: 'on' }],
  [
    'a file, not allowed',
    { url: 'file:///tmp/a.html', fileAccess: false, report: null },
    { line: /file URLs/ as never },
  ],
  ['data:', { url: 'data:text/html,x' }, { state: 'impossible', title: 'This page' }],
])('%s', (_, more, expected) => {
  const { line, ...rest } = expected;
  const verdict = judgePage(facts(more));
  expect(verdict).toMatchObject(rest);
  if ((line as unknown) instanceof RegExp) expect(verdict.line).toMatch(line!);
  else if (line) expect(verdict.line).toBe(line);
});

test('where the switch could do nothing there is none', () => {
  for (const more of [{ url: undefined }, { url: 'https://addons.mozilla.org/' }, { access: none, report: null }]) {
    expect(judgePage(facts(more)).host).toBe(null);
  }
});
