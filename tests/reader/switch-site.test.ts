import { describe, expect, test } from 'vitest';
import { isSiteOnPrivately, readPrivateSites, switchPrivately } from '../../reader/private-sites';
import { DEFAULT_SETTINGS, type Mode } from '../../reader/settings';
import { isSiteOn } from '../../reader/sites';
import { decidingSite, switchSite } from '../../reader/switch-site';

const settings = (mode: Mode, off: string[], on: string[] = []) => ({ ...DEFAULT_SETTINGS, mode, sites: { off, on } });

test.each<[string, Mode, string[], string, boolean, string[]]>([
  ['off is listed', 'everywhere', [], 'a.org', false, ['a.org']],
  ['off twice is listed once', 'everywhere', ['a.org'], 'a.org', false, ['a.org']],
  ['a parent says it already', 'everywhere', ['a.org'], 'docs.a.org', false, ['a.org']],
  ['a parent takes in what is below', 'everywhere', ['docs.a.org', 'b.org'], 'a.org', false, ['b.org', 'a.org']],
  ['on takes it out', 'everywhere', ['a.org', 'b.org'], 'a.org', true, ['b.org']],
  ['on takes the deciding parent out', 'everywhere', ['a.org'], 'docs.a.org', true, []],
  ['on leaves what is below off', 'everywhere', ['docs.a.org'], 'a.org', true, ['docs.a.org']],
  ['chosen: on is listed', 'chosen', [], 'a.org', true, ['a.org']],
  ['chosen: off takes it out', 'chosen', ['a.org'], 'docs.a.org', false, []],
])('%s', (_, mode, list, host, on, expected) => {
  const key = mode === 'chosen' ? 'on' : 'off';
  const before = mode === 'chosen' ? settings(mode, [], list) : settings(mode, list);
  const after = switchSite(before, host, on);
  expect(after.sites[key]).toEqual(expected);
  expect(isSiteOn(after, host)).toBe(on);
  expect(after.sites[key === 'on' ? 'off' : 'on']).toEqual([]);
});

test.each([
  [['a.org'], 'docs.a.org', 'a.org'],
  [['docs.a.org', 'a.org'], 'docs.a.org', 'a.org'],
  [['b.org'], 'a.org', null],
])('with %j, %s is decided by %s', (off, host, expected) => {
  expect(decidingSite(settings('everywhere', off), host)).toBe(expected);
});

describe('in private windows', () => {
  const now = settings('everywhere', ['off.org']);
  test.each([
    [{}, 'off.org', false],
    [{}, 'on.org', true],
    [{ 'off.org': true }, 'off.org', true],
    [{ 'on.org': false }, 'docs.on.org', false],
    [{ 'on.org': false, 'docs.on.org': true }, 'docs.on.org', true],
  ])('with %j, %s is %s', (sites, host, expected) => {
    expect(isSiteOnPrivately(now, sites, host)).toBe(expected);
  });

  test('a switch takes in what is below it', () => {
    expect(switchPrivately({ 'docs.a.org': true, 'b.org': false }, 'a.org', false)).toEqual({
      'b.org': false,
      'a.org': false,
    });
  });

  test.each([[undefined], [null], ['x'], [{ 'a.org': 'yes' }]])('%j is no switch', (raw) => {
    expect(readPrivateSites(raw)).toEqual({});
  });
});
