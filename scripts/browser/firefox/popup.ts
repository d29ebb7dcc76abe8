import type { Page } from '../driver.ts';
import { until } from '../poll.ts';
import { callSource } from '../source.ts';
import { readAccessibility } from './accessibility.ts';
import { createInput } from './input.ts';
import type { FirefoxSession } from './session.ts';
import { inWindow } from './window-global.ts';

const FIND = `
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const browser = window.document.querySelector('.webextension-popup-browser');
  const global = browser?.browsingContext?.currentWindowGlobal;
`;

const SNAPSHOT = `
  const picture = await global.drawSnapshot(null, 1, 'white');
  const canvas = window.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return canvas.toDataURL().split(',')[1];
`;

const PLACE = 'return { x: browser.screenX - window.mozInnerScreenX, y: browser.screenY - window.mozInnerScreenY };';

/** Closes the popup, if one is open: Firefox opens no other before it has gone. */
export async function closeFirefoxPopup(session: FirefoxSession): Promise<void> {
  await session.inChrome(`${FIND} browser?.closest('panel')?.hidePopup();`);
  const isGone = () => session.inChrome(`${FIND} return !browser || browser.closest('panel')?.state === 'closed';`);
  await until(isGone, { what: 'the popup to close' });
}

/** The toolbar popup that is open. It is no tab: the protocol does not list it, so it is reached by the window's code. */
export async function openFirefoxPopup(session: FirefoxSession, url: string): Promise<Page> {
  const inPopup = (body: string, ...args: unknown[]) => session.inChrome(FIND + body, args);
  const isOpen = () =>
    inPopup(
      'return browser?.closest("panel")?.state === "open" && global?.documentURI?.spec === args[0] && browser.getBoundingClientRect().width > 0',
      url,
    );
  await until(isOpen, { what: 'the popup to open' });

  const evaluate: Page['evaluate'] = (task, ...args) =>
    inWindow((body, ...rest) => inPopup(body, ...rest), callSource(task, args));
  await until(() => evaluate(() => document.readyState === 'complete'), { what: 'the popup to load' });
  const input = createInput(
    (work) =>
      session.alone(async (send) => {
        await send('Marionette:SetContext', { value: 'chrome' });
        try {
          return await work(send);
        } finally {
          await send('Marionette:SetContext', { value: 'content' });
        }
      }),
    // A popup that grows is moved by the browser.
    () => inPopup(PLACE),
  );
  const impossible = (what: string) => () => Promise.reject(new Error(`A popup has no ${what}`));

  const self: Page = {
    url,
    evaluate,
    evaluateInExtension: evaluate,
    hasExtension: async () => true,
    frames: async () => [self],
    goto: impossible('address'),
    reload: impossible('address'),
    show: async () => {},
    close: () => closeFirefoxPopup(session),
    ...input,
    async click(left, top) {
      await input.move(left, top);
      await input.down();
      await input.up();
    },
    setViewport: impossible('size of its own choice'),
    setMedia: impossible('media of its own'),
    screenshot: async () => Buffer.from(await inPopup(SNAPSHOT), 'base64'),
    accessibility: () => readAccessibility((body) => inPopup(body)),
    errors: async () => [],
  };
  return self;
}
