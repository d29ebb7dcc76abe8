import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver, LaunchOptions, Page } from '../driver.ts';
import { until } from '../poll.ts';
import { type BrowserProcess, createProfile, startBrowser } from '../process.ts';
import { callSource } from '../source.ts';
import { evaluateInBackground } from './background.ts';
import { createErrorLog } from './errors.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { createFirefoxPage } from './page.ts';
import { closeFirefoxPopup, openFirefoxPopup } from './popup.ts';
import { EXTENSION_HOST, writePreferences } from './preferences.ts';
import { readRequests, recordRequests } from './requests.ts';
import { createFirefoxSession, type FirefoxSession, runAsync } from './session.ts';

/** Starts Firefox and installs the extension: for this run alone, or with `isKept` for the profile. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const {
    path,
    extension,
    headless,
    onRequests,
    isKept = false,
    isAllowedPrivately = false,
    width = 1280,
    height = 860,
  } = options;
  const profile = createProfile();
  const id: string = extension ? readManifest(extension).browser_specific_settings.gecko.id : '';
  const origin = extension ? `moz-extension://${EXTENSION_HOST}` : '';
  writePreferences(profile.folder, id, options);
  if (extension && isKept) cpSync(extension, join(profile.folder, 'extensions', id), { recursive: true });

  let browser: BrowserProcess;
  let marionette: Marionette;
  let session: FirefoxSession;
  let log: ReturnType<typeof createErrorLog>;
  let version = '';
  /** A tab of the extension's own that we speak through, out of sight. */
  let helper: string | null = null;
  const known = new Map<string, Promise<Page>>();

  async function start() {
    known.clear();
    helper = null;
    const args = ['--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile.folder];
    const portFile = join(profile.folder, 'MarionetteActivePort');
    const env = {
      ...process.env,
      MOZ_HEADLESS_WIDTH: `${width}`,
      MOZ_HEADLESS_HEIGHT: `${height}`,
      // Else release builds ignore the preference by which they do not fetch their own lists.
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
    };
    browser = startBrowser({
      path,
      args: headless ? ['--headless', ...args] : args,
      stdio: ['ignore', 'pipe', 'ignore'],
      env,
      profile,
    });
    let hasEnded = false;
    void browser.ended.then(() => {
      hasEnded = true;
    });
    await until(() => hasEnded || existsSync(portFile), { what: 'Firefox to listen', timeoutMs: 60_000 });
    if (hasEnded) throw new Error(`${path} ended while it started`);
    const port = await until(() => Number(readFileSync(portFile, 'utf8')), { what: 'Firefox’s port' });
    marionette = await connectMarionette(port, () => hasEnded);
    const capabilities = { alwaysMatch: { unhandledPromptBehavior: 'ignore', strictFileInteractability: false } };
    version = (await marionette.send('WebDriver:NewSession', { capabilities })).capabilities.browserVersion;
    session = createFirefoxSession(marionette);
    log = createErrorLog(browser.child.stdout!, session);
    await log.start();
    if (onRequests) await recordRequests(session);
  }

  const tellRequests = async () => onRequests?.(await readRequests(session));

  const page = async (handle: string): Promise<Page> => {
    const create = async () => {
      const tab = (await session.tabs()).find((one) => one.handle === handle);
      if (!tab) throw new Error('The tab has gone');
      return createFirefoxPage({ session, tab, inExtension, errors: log.read });
    };
    const opened = known.get(handle) ?? create();
    known.set(handle, opened);
    opened.catch(() => known.delete(handle));
    return opened;
  };

  const newTab = async (isInFront: boolean): Promise<string> =>
    (
      await session.alone(async (send) => {
        const create = () => send('WebDriver:NewWindow', { type: 'tab', focus: isInFront });
        try {
          return await create();
        } catch {
          // Marionette opens a tab from the current one, which may just have been closed.
          const handles = await send('WebDriver:GetWindowHandles');
          await send('WebDriver:SwitchToWindow', { handle: (handles.value ?? handles)[0], focus: false });
          return create();
        }
      })
    ).handle;

  async function open(url: string): Promise<Page> {
    const opened = await page(await newTab(true));
    await opened.show();
    await opened.goto(url);
    return opened;
  }

  async function inExtension(expression: string): Promise<unknown> {
    if (!helper) {
      const handle = await newTab(false);
      // A file of the extension's that does nothing by itself.
      await session.inTab(handle, [], (send) => send('WebDriver:Navigate', { url: `${origin}/manifest.json` }));
      helper = handle;
    }
    try {
      const body = `const chrome = browser; return await (${expression});`;
      return await session.inTab(helper, [], (send) => runAsync(send, body));
    } finally {
      // In a window it would be a tab that the user wonders about.
      if (!headless) {
        await session.inTab(helper, [], (send) => send('WebDriver:CloseWindow'));
        helper = null;
      }
    }
  }

  const evaluate: Driver['evaluate'] = async (task, ...rest) =>
    // biome-ignore lint/suspicious/noExplicitAny: the caller's function says what comes back
    (await inExtension(callSource(task, rest))) as any;

  async function load() {
    if (!extension) return;
    if (!isKept)
      await session.alone((send) =>
        send('Addon:Install', { path: extension, temporary: true, allowPrivateBrowsing: isAllowedPrivately }),
      );
    await until(
      () =>
        session.inChrome('return WebExtensionPolicy.getByID(args[0])?.extension?.backgroundState === "running"', [id]),
      { what: 'the extension’s background to run' },
    );
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
    name: 'firefox',
    get version() {
      return version;
    },
    origin,
    get closed() {
      return browser.ended;
    },
    profile: profile.folder,
    open,
    async openPrivate(url) {
      const { handle } = await session.alone((send) =>
        send('WebDriver:NewWindow', { type: 'window', focus: true, private: true }),
      );
      const opened = await page(handle);
      await opened.show();
      await opened.goto(url);
      return opened;
    },
    openExtensionPage: (file) => open(`${origin}/${file}`),
    async openPopup() {
      await closeFirefoxPopup(session);
      await evaluate(() => chrome.action.openPopup());
      return openFirefoxPopup(session, `${origin}/popup.html`);
    },
    async pages() {
      const tabs = (await session.tabs()).filter(({ handle }) => handle !== helper);
      return Promise.all(tabs.map(({ handle }) => page(handle)));
    },
    evaluate,
    evaluateInBackground: (task, ...rest) => evaluateInBackground(session, id, callSource(task, rest)),
    async killWorker() {
      await session.inChrome(
        'await WebExtensionPolicy.getByID(args[0]).extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });',
        [id],
      );
    },
    async runCommand(name) {
      await session.inChrome(
        `const [id, name] = args;
        const { extension } = WebExtensionPolicy.getByID(id);
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        const key = window.document.getElementById('ext-keyset-id-' + ChromeUtils.importESModule('resource://gre/modules/ExtensionCommon.sys.mjs').ExtensionCommon.makeWidgetId(id))
          ?? window.document.querySelector('keyset[id^="ext-keyset"]');
        const commands = [...Object.keys(extension.manifest.commands)];
        key.children[commands.indexOf(name)].dispatchEvent(new window.Event('command'));`,
        [id, name],
      );
    },
    async restart() {
      await tellRequests();
      await session.alone((send) => send('Marionette:Quit', { flags: ['eAttemptQuit'] }));
      await browser.ended;
      await start();
      await load();
    },
    async setAccess(access) {
      await session.inChrome(
        `const [id, origins] = args;
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(id);
        const now = { permissions: [], origins: [...extension.allowedOrigins.patterns].map(({ pattern }) => pattern) };
        await ExtensionPermissions.remove(id, now, extension);
        if (origins.length) await ExtensionPermissions.add(id, { permissions: [], origins }, extension);`,
        [id, access === 'all' ? ['<all_urls>'] : access.hosts.map((host) => `*://${host}/*`)],
      );
    },
    async updateExtension() {
      if (isKept) throw new Error('An extension that is kept in the profile is not updated here');
      // Firefox closes an extension's tabs with it.
      helper = null;
      await load();
    },
    async close() {
      const graceMs = 5_000;
      try {
        await tellRequests();
      } finally {
        const timer = setTimeout(() => void browser.kill(), graceMs);
        await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
        await browser.ended;
        clearTimeout(timer);
        await browser.kill();
        marionette.close();
        profile.remove();
      }
    },
  };
}

const readManifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
