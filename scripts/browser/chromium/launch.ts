import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Driver, LaunchOptions, Page } from '../driver.ts';
import { until } from '../poll.ts';
import { type BrowserProcess, createProfile, startBrowser } from '../process.ts';
import { callSource } from '../source.ts';
import { type Answer, type CdpConnection, connectCdp } from './cdp.ts';
import { readNetLog } from './net-log.ts';
import { type ChromiumPage, createChromiumPage } from './page.ts';
import { allowUnpacked, keepUnpacked } from './preferences.ts';
import { AWAKE, QUIET } from './switches.ts';

/** Starts Chromium, Chrome or Edge, and loads the extension as a developer would in a profile of its own. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const { path, extension, headless, isAllowedPrivately, proxyPort, onRequests, width = 1280, height = 860 } = options;
  const profile = createProfile();
  allowUnpacked(profile.folder);
  const netLog = join(profile.folder, 'net-log.json');
  const args = [
    ...QUIET,
    ...AWAKE,
    `--user-data-dir=${profile.folder}`,
    `--window-size=${width},${height}`,
    '--remote-debugging-pipe',
    // Branded Chrome (from 137) and Edge ignore --load-extension; this way works in all of them.
    '--enable-unsafe-extension-debugging',
    ...(headless ? ['--headless=new', '--disable-gpu'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(proxyPort ? [`--proxy-server=http://127.0.0.1:${proxyPort}`, '--proxy-bypass-list=<-loopback>'] : []),
    ...(onRequests ? [`--log-net-log=${netLog}`] : []),
    'about:blank',
  ];
  const tellRequests = () => onRequests?.(readNetLog(netLog));
  let browser: BrowserProcess;
  let cdp: CdpConnection;
  let version = '';
  let id = '';
  const known = new Map<string, Promise<ChromiumPage>>();
  const popups = new Set<string>();
  const origin = () => (id ? `chrome-extension://${id}` : '');

  async function start() {
    known.clear();
    browser = startBrowser({ path, args, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], profile });
    const [, , , input, output] = browser.child.stdio;
    cdp = connectCdp(input as Writable, output as Readable);
    version = (await cdp.send('Browser.getVersion')).product.split('/')[1];
  }

  const targets = async (): Promise<Answer[]> => (await cdp.send('Target.getTargets')).targetInfos;
  const findWorker = async () =>
    (await targets()).find(({ type, url }) => type === 'service_worker' && url.startsWith(origin()));

  const page = (targetId: string) => {
    const opened = known.get(targetId) ?? createChromiumPage(cdp, targetId, origin());
    known.set(targetId, opened);
    opened.catch(() => known.delete(targetId));
    return opened;
  };

  async function open(url: string): Promise<Page> {
    const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank' });
    const opened = await page(targetId);
    await opened.goto(url);
    return opened;
  }

  /** In the worker, or while that sleeps, in a page of the extension that is gone again afterwards. */
  async function evaluateSource(expression: string): Promise<Answer> {
    const worker = await findWorker();
    if (!worker) {
      const { targetId } = await cdp.send('Target.createTarget', { url: `${origin()}/options.html`, background: true });
      try {
        return await evaluateAt(targetId, expression);
      } finally {
        await cdp.send('Target.closeTarget', { targetId });
      }
    }
    return evaluateAt(worker.targetId, expression);
  }

  async function evaluateAt(targetId: string, expression: string): Promise<Answer> {
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
    const session = cdp.child(sessionId);
    try {
      const isReady = 'typeof chrome === "object" && !!chrome.runtime?.id';
      await until(async () => (await session.send('Runtime.evaluate', { expression: isReady })).result.value, {
        what: 'the extension API',
      });
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    } finally {
      await cdp.send('Target.detachFromTarget', { sessionId }).catch(() => {});
    }
  }

  const evaluate: Driver['evaluate'] = (task, ...rest) => evaluateSource(callSource(task, rest));

  async function load() {
    if (!extension) return;
    const before = id && (await findWorker());
    ({ id } = await cdp.send('Extensions.loadUnpacked', { path: extension }));
    // Loaded is not yet running: wait for the worker's answer.
    await until(async () => ((await findWorker())?.targetId ?? before?.targetId) !== before?.targetId, {
      what: 'the extension’s worker to start',
    });
    await evaluate(() => chrome.runtime.id);
    if (isAllowedPrivately) {
      const worker = await findWorker();
      await configure({ incognitoAccess: true });
      // For this the browser starts the extension anew.
      await until(async () => ((await findWorker())?.targetId ?? worker?.targetId) !== worker?.targetId, {
        what: 'the extension’s worker to start anew',
      });
      await evaluate(() => chrome.runtime.id);
    }
  }

  /** Changes what the browser's page of extensions lets a user set, and names hosts that may be read. */
  async function configure(change: object, hosts: string[] = []) {
    const settings = await open('chrome://extensions/');
    await settings.evaluate(
      async (extensionId: string, update: object, origins: string[]) => {
        const { developerPrivate } = chrome as unknown as {
          developerPrivate: {
            updateExtensionConfiguration(update: object): Promise<void>;
            addHostPermission(extensionId: string, host: string): Promise<void>;
          };
        };
        await developerPrivate.updateExtensionConfiguration({ extensionId, ...update });
        for (const origin of origins) await developerPrivate.addHostPermission(extensionId, origin);
      },
      id,
      change,
      hosts.map((host) => `http://${host}/*`),
    );
    await settings.close();
  }

  await start();
  try {
    await load();
  } catch (error) {
    await browser!.kill();
    profile.remove();
    throw error;
  }

  return {
    name: 'chromium',
    get version() {
      return version;
    },
    get origin() {
      return origin();
    },
    get closed() {
      return browser.ended;
    },
    profile: profile.folder,
    open,
    async openPrivate(url) {
      const before = new Set((await targets()).map(({ targetId }) => targetId));
      await evaluate(async () => void (await chrome.windows.create({ incognito: true, url: 'about:blank' })));
      const target = await until(
        async () => (await targets()).find(({ type, targetId }) => type === 'page' && !before.has(targetId)),
        { what: 'the private window' },
      );
      const opened = await page(target.targetId);
      await opened.goto(url);
      return opened;
    },
    openExtensionPage: (file) => open(`${origin()}/${file}`),
    async openPopup() {
      await evaluate(() => chrome.action.openPopup());
      const target = await until(
        async () =>
          (await targets()).find(
            ({ url, targetId }) => url.startsWith(`${origin()}/popup.html`) && !known.has(targetId),
          ),
        { what: 'the popup to open' },
      );
      popups.add(target.targetId);
      return page(target.targetId);
    },
    async pages() {
      const tabs = (await targets()).filter(({ type, targetId }) => type === 'page' && !popups.has(targetId));
      // One that closes meanwhile is none.
      const pages = await Promise.all(tabs.map(({ targetId }) => page(targetId).catch(() => null)));
      return pages.filter((one) => one !== null);
    },
    evaluate,
    async evaluateInBackground(task, ...rest) {
      const worker = await findWorker();
      if (!worker) throw new Error('The extension’s worker sleeps');
      return evaluateAt(worker.targetId, callSource(task, rest));
    },
    async killWorker() {
      const worker = await findWorker();
      if (!worker) return;
      await cdp.send('Target.closeTarget', { targetId: worker.targetId });
      await until(async () => !(await findWorker()), { what: 'the worker to end' });
    },
    async runCommand(name) {
      // Headless Chromium gives no key to the browser's own shortcuts.
      await evaluate(async (command: string) => {
        const { onCommand } = chrome.commands as unknown as {
          onCommand: { dispatch(name: string, tab: unknown): void };
        };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        onCommand.dispatch(command, tab);
      }, name);
    },
    async restart() {
      await cdp.send('Browser.close');
      await browser.ended;
      tellRequests();
      if (id) keepUnpacked(profile.folder, id);
      await start();
    },
    async setAccess(access) {
      if (access === 'all') return configure({ hostAccess: 'ON_ALL_SITES' });
      await configure({ hostAccess: access.hosts.length ? 'ON_SPECIFIC_SITES' : 'ON_CLICK' }, access.hosts);
    },
    updateExtension: load,
    async close() {
      await Promise.race([cdp.send('Browser.close').catch(() => {}), browser.ended]);
      const graceMs = 3_000;
      const timer = setTimeout(() => void browser.kill(), graceMs);
      await browser.ended;
      clearTimeout(timer);
      await browser.kill();
      try {
        tellRequests();
      } finally {
        profile.remove();
      }
    },
  };
}
