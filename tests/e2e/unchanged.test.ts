import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../../scripts/browser/driver';
import { hasHost, openCard, whenClosed } from './support/card';
import { launch, ROOT } from './support/launch';
import { settle } from './support/marks';
import { compare } from './support/page-state';
import { type FixtureServer, startServer } from './support/server';

const PAGES = join(ROOT, '../shared/pages');
const REAL = [
  'ai/d2l-transformer.html',
  'ai/ollama-readme.html',
  'ai/distill-gnn-intro.html',
  'ai/owasp-llm-prompt-injection.html',
  'ai/hf-peft-lora.html',
];

let server: FixtureServer;
let plain: Driver;
let browser: Driver;

beforeAll(async () => {
  server = await startServer();
  server.mount('/demo/', join(ROOT, 'demo'));
  server.mount('/pages/', PAGES);
  [plain, browser] = await Promise.all([launch({ extension: false }), launch()]);
});
afterAll(async () => {
  await Promise.all([plain?.close(), browser?.close()]);
  await server?.close();
});

describe('a page with marks is the page without them', () => {
  it('in the demo article', async () => {
    const { marks, before, after } = await compare(plain, browser, server.url('/demo/article.html'));
    expect(marks).toBeGreaterThan(5);
    expect(before.boxes.length).toBeGreaterThan(100);
    expect(before.scroll[1]).toBe(700);
    expect(after).toEqual(before);
  });

  for (const name of REAL) {
    it.skipIf(!existsSync(join(PAGES, name)))(`in ${name}`, async () => {
      const { marks, before, after } = await compare(plain, browser, server.url(`/pages/${name}`));
      expect(marks).toBeGreaterThan(0);
      expect(after).toEqual(before);
    });
  }
});

describe('an open card', () => {
  it('adds one element, and closing takes it away', async () => {
    const page = await browser.open(server.url('/demo/article.html'));
    expect(await settle(page)).toBeGreaterThan(5);
    await openCard(page, 'pre-training');
    const open = await page.evaluate(() => {
      const { length } = document.querySelectorAll('*');
      const html = document.documentElement.cloneNode(true) as Element;
      const hosts = html.querySelectorAll('ai-gloss-card');
      for (const host of hosts) host.remove();
      return { length, hosts: hosts.length, html: html.outerHTML };
    });
    expect(open.hosts).toBe(1);
    await page.press('Escape');
    await whenClosed(page);
    expect(await hasHost(page)).toBe(false);
    const closed = await page.evaluate(() => ({
      length: document.querySelectorAll('*').length,
      html: document.documentElement.outerHTML,
    }));
    expect(closed).toEqual({ length: open.length - 1, html: open.html });
    await page.close();
  });
});
