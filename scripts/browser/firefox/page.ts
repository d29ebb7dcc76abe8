import type { Frame, Page } from '../driver.ts';
import { until } from '../poll.ts';
import { callSource } from '../source.ts';
import { readAccessibility } from './accessibility.ts';
import { createInput } from './input.ts';
import { type FirefoxSession, runAsync, type Tab } from './session.ts';

export interface FirefoxPageOptions {
  session: FirefoxSession;
  tab: Tab;
  /** Runs an expression in a page of the extension. */
  inExtension(expression: string): Promise<unknown>;
  errors(): Promise<string[]>;
}

/** Frames below a tab in document order: address, number for `browser.scripting`, and the way to it by indices. */
const LIST_FRAMES = `
  const [tabId] = args;
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { linkedBrowser } = ExtensionParent.apiManager.global.tabTracker.getTab(tabId);
  const list = (context, path) => [
    { url: context.currentWindowGlobal?.documentURI?.spec ?? '', frameId: context.parent ? context.id : 0, path },
    ...context.children.flatMap((child, i) => list(child, [...path, i])),
  ];
  return list(linkedBrowser.browsingContext, []);
`;

const ON_BROWSER = `
  const [tabId, ...rest] = args;
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const tab = ExtensionParent.apiManager.global.tabTracker.getTab(tabId);
  const browser = tab.linkedBrowser;
  const window = tab.ownerDocument.defaultView;
`;

/** A tab of Firefox. */
export async function createFirefoxPage({ session, tab, inExtension, errors }: FirefoxPageOptions): Promise<Page> {
  const { handle, tabId } = tab;
  const input = createInput((work) => session.inTab(handle, [], work));
  const before = (await errors()).length;

  const frame = (url: string, frameId: number, path: number[]): Frame => {
    const inOurWorld = async (call: string) => {
      const expression = `browser.scripting.executeScript({
        target: { tabId: ${tabId}, frameIds: [${frameId}] },
        func: async () => {
          if (!globalThis.aiGloss && !globalThis.aiGlossGuard) return { isAbsent: true };
          try {
            return { value: await (${call}) };
          } catch (error) {
            return { error: String(error) };
          }
        },
      })`;
      const [{ result, error }] = (await inExtension(expression)) as [{ result?: Answer; error?: { message: string } }];
      if (error) throw new Error(error.message);
      return result ?? {};
    };
    return {
      url,
      evaluate: (task, ...args) =>
        session.inTab(handle, path, (send) => runAsync(send, `return await ${callSource(task, args)};`)),
      async evaluateInExtension(task, ...args) {
        const { value, error, isAbsent } = await inOurWorld(callSource(task, args));
        if (isAbsent) throw new Error('No script of this kind runs in the frame');
        if (error) throw new Error(error);
        // biome-ignore lint/suspicious/noExplicitAny: the caller's function says what comes back
        return value as any;
      },
      hasExtension: async () => (await inOurWorld('true')).isAbsent !== true,
    };
  };

  const navigate = (url: string) => session.inTab(handle, [], (send) => send('WebDriver:Navigate', { url }));
  const onBrowser = (body: string, ...args: unknown[]) => session.inChrome(ON_BROWSER + body, [tabId, ...args]);
  const main = frame('', 0, []);
  let url = tab.url;
  const noteUrl = async () => {
    url = await session.inTab(handle, [], (send) => send('WebDriver:GetCurrentURL'));
  };

  return {
    ...main,
    get url() {
      return url;
    },
    async frames() {
      const found: { url: string; frameId: number; path: number[] }[] = await session.inChrome(LIST_FRAMES, [tabId]);
      return found.map((one) => frame(one.url, one.frameId, one.path));
    },
    async goto(to) {
      await navigate(to);
      await noteUrl();
    },
    async reload() {
      await session.inTab(handle, [], (send) => send('WebDriver:Refresh'));
      await noteUrl();
    },
    show: () => onBrowser('window.gBrowser.selectedTab = tab; window.focus(); browser.focus();'),
    async close() {
      // After the answer, since a window goes with its last tab.
      await onBrowser('Services.tm.dispatchToMainThread(() => window.gBrowser.removeTab(tab));');
      const isGone = async () => !(await session.tabs()).some((one) => one.handle === handle);
      await until(isGone, { what: 'the tab to close' });
    },
    move: input.move,
    down: input.down,
    up: input.up,
    async click(x, y) {
      await input.move(x, y);
      await input.down();
      await input.up();
    },
    tap: input.tap,
    wheel: input.wheel,
    press: input.press,
    type: input.type,
    async setViewport(width, height) {
      // The window itself may not be made as narrow as a telephone.
      const size = `width: ${width}px; max-width: ${width}px; height: ${height}px; max-height: ${height}px; flex: none`;
      await onBrowser('browser.style.cssText = rest[0];', size);
    },
    async setMedia({ scheme, reducedMotion, print, forcedColors }) {
      await onBrowser(
        `const [scheme, print, isStill, forced] = rest;
        browser.browsingContext.prefersColorSchemeOverride = scheme;
        browser.browsingContext.mediumOverride = print;
        browser.browsingContext.forcedColorsOverride = forced;
        Services.prefs.setIntPref('ui.prefersReducedMotion', isStill);`,
        scheme ?? 'none',
        print ? 'print' : '',
        reducedMotion ? 1 : 0,
        forcedColors ? 'active' : 'none',
      );
    },
    async screenshot() {
      const png = await session.inTab(handle, [], (send) =>
        send('WebDriver:TakeScreenshot', { full: false, hash: false }),
      );
      return Buffer.from(png, 'base64');
    },
    accessibility: () => readAccessibility((body) => onBrowser(body)),
    errors: async () => (await errors()).slice(before),
  };
}

type Answer = { value?: unknown; error?: string; isAbsent?: boolean };
