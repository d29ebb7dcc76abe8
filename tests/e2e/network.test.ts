import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserRequest, Driver } from '../../scripts/browser/driver';
import { until } from '../../scripts/browser/poll';
import { openCard, pressInCard, whenCardSays, whenClosed } from './support/card';
import { launch, ROOT } from './support/launch';
import { settle } from './support/marks';
import { type Recorder, startRecorder } from './support/proxy';
import { type FixtureServer, startServer } from './support/server';
import { strayRequests } from './support/traffic';
import { copyBuild, inManifest, type Variant } from './support/variant';

/** Nobody is there; the proxy takes it all the same. */
const COLLECTOR = 'http://collector.invalid/';

let server: FixtureServer;
beforeAll(async () => {
  server = await startServer();
  server.mount('/demo/', join(ROOT, 'demo'));
});
afterAll(() => server?.close());

/** Uses every part of the extension: marks, card, related entry, popup with a search, options. */
async function useEverything(browser: Driver): Promise<void> {
  const page = await browser.open(server.url('/demo/article.html'));
  expect(await settle(page)).toBeGreaterThan(5);
  await openCard(page, 'pre-training');
  await pressInCard(page, 'Next-token prediction');
  await whenCardSays(page, 'Back to Pre-training');
  await page.press('Escape');
  await whenClosed(page);
  await browser.killWorker();
  for (const path of ['popup.html', 'options.html']) {
    const ours = await browser.openExtensionPage(path);
    await until(() => ours.evaluate(() => document.querySelectorAll('button, input').length > 2), { what: path });
    if (path === 'popup.html') {
      await ours.type('attention');
      await until(() => ours.evaluate(() => document.querySelector('[role=option]') !== null), { what: 'results' });
    }
    await ours.close();
  }
}

/** The proxy's record and the browser's own, of one browser from its start to its end. */
async function record(extension: string | undefined, work: (browser: Driver, recorder: Recorder) => Promise<void>) {
  const recorder = await startRecorder();
  let requests: BrowserRequest[] = [];
  const onRequests = (all: BrowserRequest[]) => {
    requests = all;
  };
  const browser = await launch({ proxyPort: recorder.port, onRequests, extension });
  try {
    await work(browser, recorder);
  } finally {
    await browser.close();
    await recorder.close();
  }
  return { recorder, requests };
}

/**
 * What went through the proxy and is not one of `allowed`, nor to a host that the browser alone asks: by its own record,
 * where everything that a page, a worker or an extension asks for bears an origin.
 */
function unexplained({ requests: proxied }: Recorder, requests: BrowserRequest[], allowed: string[]): string[] {
  const hostOf = (url: string) => new URL(url).host.replace(/:443$/, '');
  const own = new Set(requests.filter(({ by, isPage }) => by === null && !isPage).map(({ url }) => hostOf(url)));
  for (const { url, by, isPage } of requests) if (by !== null || isPage) own.delete(hostOf(url));
  return proxied.filter((request) => {
    const [method, target] = request.split(' ') as [string, string];
    return !allowed.includes(request) && !own.has(hostOf(method === 'CONNECT' ? `https://${target}` : target));
  });
}

it('the whole browser asks for the page and nothing else, while everything of ours works', async () => {
  const { recorder, requests } = await record(undefined, useEverything);
  const allowed = ['/demo/article.html', '/demo/frame.html', '/favicon.ico'].map((path) => `GET ${server.url(path)}`);
  expect(recorder.requests).toContain(allowed[0]);
  expect(recorder.requests).toContain(allowed[1]);
  expect(unexplained(recorder, requests, allowed)).toEqual([]);
  // The browser's own record agrees, and has each of the page's requests.
  expect(strayRequests(requests)).toEqual([]);
  const asked = requests.filter(({ by, isPage }) => by !== null || isPage).map(({ url }) => `GET ${url}`);
  expect(asked).toContain(allowed[1]);
  expect(asked.filter((request) => !allowed.includes(request))).toEqual([]);
});

describe('a request that is planted in', () => {
  const SCRIPTS = [
    'background.js',
    ...['guard', 'content', 'explain', 'card'].map((name) => `content-scripts/${name}.js`),
  ];
  const PAGES = ['popup.html', 'options.html'];
  let variant: Variant;
  let seen: { proxied: string[]; stray: string[] };

  /** The build without its content security policy, and with a request at the head of each of its scripts. */
  beforeAll(async () => {
    variant = copyBuild();
    variant.edit(
      'manifest.json',
      inManifest((manifest) => {
        manifest.content_security_policy.extension_pages = "script-src 'self'; object-src 'self'";
      }),
    );
    const plant = (file: string) => `void fetch('${COLLECTOR}${file}', { mode: 'no-cors' }).catch(() => {});`;
    for (const file of SCRIPTS) variant.edit(file, (code) => plant(file) + code);
    for (const file of PAGES) {
      variant.edit(file, (html) => html.replace('</head>', `<script src="/planted-${file}.js"></script></head>`));
      variant.add(`planted-${file}.js`, plant(file));
    }
    const { recorder, requests } = await record(variant.folder, useEverything);
    seen = { proxied: unexplained(recorder, requests, []), stray: strayRequests(requests) };
  });
  afterAll(() => variant?.remove());

  it.each([...SCRIPTS, ...PAGES])('%s turns both records red', (file) => {
    expect(seen.proxied).toContain(`GET ${COLLECTOR}${file}`);
    expect(seen.stray.filter((request) => request.endsWith(` asked for ${COLLECTOR}${file}`))).not.toEqual([]);
  });
});

describe('the policy of the extension bars', () => {
  /** Every way in which a page may ask for something, tried with an address that ends in its name. */
  const tryAll = async (base: string): Promise<string[]> => {
    const ways: Record<string, (url: string) => unknown> = {
      fetch: (url) => fetch(url, { mode: 'no-cors' }),
      socket: (url) => new WebSocket(url.replace('http', 'ws')),
      events: (url) => new EventSource(url),
      worker: (url) => new Worker(url),
      import: (url) => import(/* @vite-ignore */ url),
      xhr: (url) => {
        const request = new XMLHttpRequest();
        request.open('GET', url);
        request.send();
      },
      beacon: (url) => navigator.sendBeacon(url),
      image: (url) => {
        new Image().src = url;
      },
      ...Object.fromEntries(
        ['script', 'link', 'iframe', 'video', 'object'].map((name) => [
          name,
          (url: string) =>
            document.body.append(
              Object.assign(document.createElement(name), { src: url, href: url, data: url, rel: 'stylesheet' }),
            ),
        ]),
      ),
      form: (url) => {
        const form = Object.assign(document.createElement('form'), {
          action: url,
          method: 'post',
          target: 'elsewhere',
        });
        document.body.append(form);
        form.submit();
      },
    };
    const tried: string[] = [];
    // What nobody holds may be collected before it has asked.
    const held: unknown[] = [];
    Object.assign(globalThis, { held });
    for (const [name, way] of Object.entries(ways)) {
      try {
        const answer = way(base + name);
        tried.push(name);
        held.push(answer);
        // Barred ones fail; where nothing is barred, an answer is not waited for.
        await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 300))]).catch(() => {});
      } catch {
        // There is no such way here, or it is barred at once.
      }
    }
    return tried;
  };

  it('background, popup and options from the network, whichever way they try', async () => {
    const tried: Record<string, string[]> = {};
    const { recorder, requests } = await record(undefined, async (browser, { requests }) => {
      tried.background = await browser.evaluateInBackground(tryAll, `${COLLECTOR}background-`);
      for (const name of ['popup', 'options']) {
        const page = await browser.openExtensionPage(`${name}.html`);
        tried[name] = await page.evaluate(tryAll, `${COLLECTOR}${name}-`);
      }
      // A page of the web may: so the ways work, and both records of them.
      server.put('/free', '<!doctype html><title>Free</title><body>Free</body>');
      const free = await browser.open(server.url('/free'));
      await free.evaluate(tryAll, server.url('/way-'));
      for (const way of ['fetch', 'events', 'worker', 'xhr', 'beacon', 'image', 'script', 'link', 'iframe']) {
        await until(() => requests.some((request) => request.endsWith(`/way-${way}`)), { what: `a request by ${way}` });
      }
    });
    expect(tried.background).toContain('fetch');
    expect(tried.popup!.length).toBeGreaterThan(9);
    expect(tried.options).toEqual(tried.popup);
    const isOurs = (request: string) => request.includes('collector.invalid');
    expect(recorder.requests.filter(isOurs)).toEqual([]);
    expect(requests.filter(({ url }) => isOurs(url))).toEqual([]);
    expect(requests.some(({ url }) => url.endsWith('/way-socket'))).toBe(true);
  });
});
