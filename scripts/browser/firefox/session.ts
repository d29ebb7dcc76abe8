import type { Answer, Marionette } from './marionette.ts';

/** A tab as the browser's own window knows it. */
export interface Tab {
  handle: string;
  /** As `browser.tabs` numbers it. */
  tabId: number;
  url: string;
}

export interface FirefoxSession {
  /** Runs `work` in a tab; nobody else talks to the browser meanwhile. `path` leads to a frame by indices. */
  inTab<T>(handle: string, path: number[], work: (send: Marionette['send']) => Promise<T>): Promise<T>;
  /** Runs an async function body in the browser's own window. */
  inChrome(body: string, args?: unknown[]): Promise<Answer>;
  /** Runs a command for the browser as a whole. */
  alone<T>(work: (send: Marionette['send']) => Promise<T>): Promise<T>;
  tabs(): Promise<Tab[]>;
}

const LIST_TABS = `
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { tabTracker } = ExtensionParent.apiManager.global;
  const tabs = [...Services.wm.getEnumerator('navigator:browser')].flatMap((window) => [...window.gBrowser.tabs]);
  return tabs.map((tab) => ({
    handle: NavigableManager.getIdForBrowser(tab.linkedBrowser),
    tabId: tabTracker.getId(tab),
    url: tab.linkedBrowser.currentURI.spec,
  }));
`;

/** The protocol has one current tab and one current context: whoever needs another, waits for its turn. */
export function createFirefoxSession({ send }: Marionette): FirefoxSession {
  let turn: Promise<unknown> = Promise.resolve();
  let current = '';

  function alone<T>(work: (send: Marionette['send']) => Promise<T>): Promise<T> {
    const mine = turn.then(() => work(send));
    turn = mine.catch(() => {});
    return mine;
  }

  const inChrome: FirefoxSession['inChrome'] = (body, args = []) =>
    alone(async () => {
      await send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await runAsync(send, body, args).catch(async (error: Error) => {
          if (!/no such window/.test(error.message)) throw error;
          // The window that the protocol stood in was closed.
          const handles = await send('WebDriver:GetWindowHandles');
          await send('WebDriver:SwitchToWindow', { handle: (handles.value ?? handles)[0], focus: false });
          return runAsync(send, body, args);
        });
      } finally {
        await send('Marionette:SetContext', { value: 'content' });
      }
    });

  return {
    alone,
    inChrome,
    inTab: (handle, path, work) =>
      alone(async () => {
        if (current !== handle) await send('WebDriver:SwitchToWindow', { handle, focus: false });
        current = handle;
        if (!path.length) return work(send);
        for (const id of path) await send('WebDriver:SwitchToFrame', { id });
        try {
          return await work(send);
        } finally {
          await send('WebDriver:SwitchToFrame', { id: null }).catch(() => {
            current = '';
          });
        }
      }),
    tabs: () => inChrome(LIST_TABS),
  };
}

/** Runs the body of an async function where the protocol's script context is; throws what it throws. */
export async function runAsync(send: Marionette['send'], body: string, args: unknown[] = []): Promise<Answer> {
  const script = `
    const args = [...arguments];
    const done = args.pop();
    (async () => { ${body} })().then(
      (value) => done({ value: value === undefined ? null : value }),
      (error) => done({ error: error && error.stack ? error + '\\n' + error.stack : String(error) }),
    );`;
  const { value, error } = await send('WebDriver:ExecuteAsyncScript', { script, args, scriptTimeout: 30_000 });
  if (error) throw new Error(error);
  return value;
}
