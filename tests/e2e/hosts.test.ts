import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../reader/settings';
import type { Driver } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { launch } from './support/launch';
import { paintedIn, settle } from './support/marks';
import { article, type FixtureServer, startServer } from './support/server';
import {
  changeSettings,
  expectNothingAfterReload,
  pressSwitch,
  setSite,
  whenAbsent,
  whenPainted,
  whenRegistered,
} from './support/site';

const HAS_IPV6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'));

let browser: Driver;
let server: FixtureServer;
let server6: FixtureServer | undefined;

beforeAll(async () => {
  server = await startServer();
  server6 = HAS_IPV6 ? await startServer('::1') : undefined;
  for (const one of [server, server6]) one?.put('/page', article());
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([server?.close(), server6?.close()]);
});

describe('the site switch', () => {
  it.for<[string, string, string]>([
    ['an address with a port', '127.0.0.1', '127.0.0.1'],
    ['an IPv6 address with a port', '[::1]', '[::1]'],
    ['a host in punycode', 'xn--bcher-kva.localhost', 'xn--bcher-kva.localhost'],
    ['a host in letters of another script', 'пример.localhost', 'xn--e1afmkfd.localhost'],
    ['a host with an underscore', 'a_b.localhost', 'a_b.localhost'],
    ['one word', 'localhost', 'localhost'],
  ])('knows %s', async ([, host, site], { skip }) => {
    const at = host === '[::1]' ? server6 : server;
    if (!at) return skip('this machine has no address ::1');
    const page = await browser.open(at.url('/page', host));
    expect(await settle(page)).toBeGreaterThan(3);
    expect(await pressSwitch(browser, page, false)).toBe(site);
    await expectNothingAfterReload(browser, page);
    await setSite(browser, site, true);
    // Without a reload.
    await whenPainted(page);
    await page.close();
  });

  it('knows a host with a final dot', async () => {
    const page = await browser.open(server.url('/page', 'dot.localhost.'));
    expect(await settle(page)).toBeGreaterThan(3);
    expect(await pressSwitch(browser, page, false)).toBe('dot.localhost');
    // No pattern of Firefox's names it: there our script comes, sees that it is off, and goes.
    await whenRegistered(browser, 'dot.localhost', true);
    await page.reload();
    const isThere = () => page.evaluateInExtension(() => globalThis.aiGloss !== undefined).catch(() => false);
    await until(async () => !(await isThere()), { what: 'our script to go' });
    expect(await paintedIn(page)).toBe(0);
    await page.close();
  });

  it('tells hosts apart that end alike', async () => {
    await changeSettings(browser, () => ({
      ...DEFAULT_SETTINGS,
      sites: { off: ['0.0.1', '1]', 'host.localhost'], on: [] },
    }));
    for (const host of ['127.0.0.1', 'ghost.localhost']) {
      const page = await browser.open(server.url('/page', host));
      expect(await settle(page)).toBeGreaterThan(3);
      await page.close();
    }
    await changeSettings(browser, () => DEFAULT_SETTINGS);
  });
});

it('an odd name in the list breaks nothing for the others', async () => {
  const odd = [
    'a*b.example',
    'exa mple',
    '[::bad',
    '*.*',
    '..',
    '',
    '/',
    'http://x',
    'bücher.example',
    'a'.repeat(300),
  ];
  await changeSettings(browser, () => ({ ...DEFAULT_SETTINGS, sites: { off: [...odd, 'off.localhost'], on: [] } }));
  await whenAbsent(browser, server.url('/page', 'off.localhost'));
  const on = await browser.open(server.url('/page', 'on.localhost'));
  expect(await settle(on)).toBeGreaterThan(3);
  // Nor in the other mode.
  await changeSettings(browser, () => ({
    ...DEFAULT_SETTINGS,
    mode: 'chosen',
    sites: { off: [], on: [...odd, 'on.localhost'] },
  }));
  await whenAbsent(browser, server.url('/page', 'off.localhost'));
  await on.reload();
  expect(await settle(on)).toBeGreaterThan(3);
});
