import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../reader/settings';
import { switchSite } from '../../reader/switch-site';
import type { Driver, Page } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { hasHost, openCard, whenClosed } from './support/card';
import { launch } from './support/launch';
import { paintedIn, paintedWords, settle } from './support/marks';
import { article, type FixtureServer, startServer } from './support/server';
import { copyBuild, inManifest, type Variant } from './support/variant';

const ON = 'on.localhost';
const OFF = 'off.localhost';
const NEXT = '99.1';

/** The extension is updated while tabs are open: one with a card open, one in the background, one of an off site. */
describe('an update', () => {
  let browser: Driver;
  let server: FixtureServer;
  let variant: Variant;
  let front: Page;
  let behind: Page;
  let off: Page;
  let before: { words: string[]; id: string };

  beforeAll(async () => {
    server = await startServer();
    server.put('/page', article(`<iframe src="${server.url('/frame', ON)}" width="600" height="200"></iframe>`));
    server.put('/frame', article());
    variant = copyBuild();
    browser = await launch({ extension: variant.folder });
    const settings = switchSite(DEFAULT_SETTINGS, OFF, false);
    await browser.evaluate((value: object) => chrome.storage.local.set({ settings: value }), settings);
    behind = await browser.open(server.url('/page', ON));
    await settle(behind);
    off = await browser.open(server.url('/page', OFF));
    front = await browser.open(server.url('/page', ON));
    await settle(front);
    await openCard(front, 'pre-training');
    before = { words: await paintedWords(front), id: await browser.evaluate(() => chrome.runtime.id) };

    variant.edit(
      'manifest.json',
      inManifest((manifest) => {
        manifest.version = NEXT;
      }),
    );
    await browser.updateExtension();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    variant?.remove();
  });

  const versionIn = (page: Page) =>
    page.evaluateInExtension(() => globalThis.aiGloss?.version ?? null).catch(() => null);
  const whenNew = (page: Page) => until(async () => (await versionIn(page)) === NEXT, { what: 'the new script' });

  it('is one: the same extension in a higher version', async () => {
    const after = await browser.evaluate(() => [chrome.runtime.id, chrome.runtime.getManifest().version]);
    expect(after).toEqual([before.id, NEXT]);
  });

  it('brings the new script into open pages and their frames without a reload, and each mark once', async () => {
    for (const page of [front, behind]) {
      await page.show();
      await whenNew(page);
      expect(await settle(page)).toBe(before.words.length);
      expect(await paintedWords(page)).toEqual(before.words);
      const [, frame] = await page.frames();
      expect(await settle(frame!)).toBeGreaterThan(3);
    }
  });

  it('closes the card of the old version, and the new one opens one card', async () => {
    await front.show();
    await whenNew(front);
    await front.move(2, 2);
    await whenClosed(front);
    expect(await front.evaluate(() => CSS.highlights.get('ai-gloss-active')?.size ?? 0)).toBe(0);
    expect(await openCard(front, 'next-token prediction')).toBe('Next-token prediction');
    expect(await front.evaluate(() => document.querySelectorAll('ai-gloss-card').length)).toBe(1);
    await front.press('Escape');
    await whenClosed(front);
    expect(await hasHost(front)).toBe(false);
  });

  it('leaves what the page writes from then on to the new script alone', async () => {
    await front.evaluate(() => {
      const added = document.createElement('p');
      added.textContent = 'Then the tokenizer and a diffusion model.';
      document.body.append(added);
    });
    await until(async () => (await paintedIn(front)) === before.words.length + 2, { what: 'the new marks, once each' });
  });

  it('leaves a site off that was off', async () => {
    expect(await off.hasExtension()).toBe(false);
    expect(await paintedIn(off)).toBe(0);
    await off.reload();
    expect(await paintedIn(off)).toBe(0);
    const fresh = await browser.open(server.url('/page', OFF));
    expect(await fresh.hasExtension()).toBe(false);
    await fresh.close();
  });

  it('says nothing in the console of any page', async () => {
    for (const page of [front, behind, off]) expect(await page.errors()).toEqual([]);
  });
});
