import { describe, expect, test } from 'vitest';
import { readSettings } from '../../reader/read-settings';
import { DEFAULT_SETTINGS } from '../../reader/settings';
import { covers, isSiteOn, siteOf } from '../../reader/sites';

test.each([
  ['https://example.com/a', 'example.com'],
  ['https://example.com:8443/a', 'example.com'],
  ['https://example.com./a', 'example.com'],
  ['http://127.0.0.1:3000/', '127.0.0.1'],
  ['http://[::1]:3000/', '[::1]'],
  ['https://münchen.example/', 'xn--mnchen-3ya.example'],
  ['file:///tmp/a.html', 'file:'],
  ['data:text/html,hello', null],
  ['about:blank', null],
])('the site of %s is %s', (url, site) => {
  expect(siteOf(new URL(url))).toBe(site);
});

test.each([
  ['example.com', 'example.com', true],
  ['example.com', 'www.example.com', true],
  ['example.com', 'notexample.com', false],
  ['www.example.com', 'example.com', false],
  ['0.0.1', '127.0.0.1', false],
  ['[::1]', '[::1]', true],
])('%s covers %s: %s', (site, host, expected) => {
  expect(covers(site, host)).toBe(expected);
});

describe('is a site on', () => {
  const off = { ...DEFAULT_SETTINGS, sites: { off: ['example.com'], on: ['other.org'] } };
  test.each([
    ['everywhere', 'example.com', false],
    ['everywhere', 'docs.example.com', false],
    ['everywhere', 'elsewhere.net', true],
    ['chosen', 'elsewhere.net', false],
    ['chosen', 'a.other.org', true],
  ] as const)('mode %s, %s: %s', (mode, host, expected) => {
    expect(isSiteOn({ ...off, mode }, host)).toBe(expected);
  });
});

describe('reading stored settings', () => {
  test.each([[undefined], [null], ['broken'], [42], [[]], [{}]])('%j gives the defaults', (raw) => {
    expect(readSettings(raw)).toEqual(DEFAULT_SETTINGS);
  });

  test('a broken field falls back alone', () => {
    const raw = {
      version: 7,
      mode: 'chosen',
      density: 'none',
      dwellMs: 5,
      sites: { off: ['a.b', 3], on: 'x' },
      theme: 'dark',
    };
    expect(readSettings(raw)).toEqual({
      ...DEFAULT_SETTINGS,
      mode: 'chosen',
      theme: 'dark',
      sites: { off: ['a.b'], on: [] },
    });
  });
});
