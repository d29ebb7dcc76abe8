import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser, installedBrowsers, type Machine } from '../../scripts/browser/find';

const machine = (platform: NodeJS.Platform, files: string[], env: Machine['env'] = {}): Machine => ({
  platform,
  env,
  home: '/home/me',
  exists: (path) => files.includes(path.replaceAll('\\', '/')),
  list: (folder) => [
    ...new Set(
      files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1).split('/')[0]!),
    ),
  ],
});

describe.skipIf(process.platform === 'win32')('installed browsers', () => {
  it.each<[string, 'chromium' | 'firefox', Machine, string[]]>([
    [
      'on the path of a Linux machine, Chromium before Chrome',
      'chromium',
      machine('linux', ['/usr/bin/google-chrome', '/usr/local/bin/chromium'], { PATH: '/usr/bin:/usr/local/bin' }),
      ['/usr/local/bin/chromium', '/usr/bin/google-chrome'],
    ],
    ['below /opt', 'chromium', machine('linux', ['/opt/microsoft/msedge/msedge']), ['/opt/microsoft/msedge/msedge']],
    [
      'in Playwright’s store, the newest first',
      'chromium',
      machine('linux', [
        '/home/me/.cache/ms-playwright/chromium-999/chrome-linux/chrome',
        '/home/me/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome',
        '/home/me/.cache/ms-playwright/firefox-1500/firefox/firefox',
      ]),
      [
        '/home/me/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome',
        '/home/me/.cache/ms-playwright/chromium-999/chrome-linux/chrome',
      ],
    ],
    [
      'in Playwright’s store on a Mac',
      'chromium',
      machine('darwin', [
        '/home/me/Library/Caches/ms-playwright/chromium-1255/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ]),
      [
        '/home/me/Library/Caches/ms-playwright/chromium-1255/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ],
    ],
    [
      'on a Mac',
      'firefox',
      machine('darwin', ['/home/me/Applications/Firefox.app/Contents/MacOS/firefox']),
      ['/home/me/Applications/Firefox.app/Contents/MacOS/firefox'],
    ],
    [
      'on Windows',
      'chromium',
      machine('win32', ['C:/Program Files/Google/Chrome/Application/chrome.exe'], {
        PROGRAMFILES: 'C:\\Program Files',
      }),
      ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ],
    ['nowhere', 'firefox', machine('linux', [], { PATH: '/usr/bin' }), []],
  ])('are found %s', (_, name, where, paths) => expect(installedBrowsers(name, where)).toEqual(paths));
});

describe.skipIf(process.platform === 'win32')('the browser to run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-gloss-find-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  /** A program that tells a version, under a name that is looked for. */
  const program = (name: string, says: string) => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\necho '${says}'\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const old = program('firefox', 'Mozilla Firefox 128.3.0esr');
  const fit = program('firefox-esr', 'Mozilla Firefox 153.7.0esr');
  const at = (files: string[], env: Machine['env'] = {}) => machine('linux', files, { PATH: folder, ...env });

  it('is one that is new enough, though another comes first', async () => {
    expect(await findBrowser('firefox', '147.0', at([old, fit]))).toMatchObject({ path: fit, version: '153.7.0' });
  });

  it('is refused when all are too old, with its version and ours', async () => {
    await expect(findBrowser('firefox', '147.0', at([old]))).rejects.toThrow(
      /version 128\.3\.0.+Firefox 147\.0 or later/,
    );
  });

  it('is the named one, and no other', async () => {
    const named = at([old, fit], { AI_GLOSS_FIREFOX: old });
    await expect(findBrowser('firefox', '147.0', named)).rejects.toThrow(/version 128/);
    expect(await findBrowser('firefox', '100', named)).toMatchObject({ path: old });
  });

  it.each<[string, string, Machine, RegExp]>([
    [
      'apt but not root',
      'firefox',
      at(['/apt/apt-get'], { PATH: '/apt' }),
      /Run: (sudo )?apt-get update && (sudo )?apt-get install -y firefox-esr/,
    ],
    [
      'neither apt nor a download',
      'chromium',
      at([], { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }),
      /npx playwright-core install chromium/,
    ],
    ['no package manager that we know', 'firefox', at([]), /Get it from https:\/\/www\.mozilla\.org/],
  ])('is asked for where there is %s', async (_, name, where, advice) => {
    // As root, apt is started by its path, which does not exist here: it fails, and the advice follows.
    await expect(findBrowser(name as 'firefox', '100', where)).rejects.toThrow(advice);
  });

  it('knows Chrome and Edge from Chromium', async () => {
    const chrome = program('google-chrome', 'Google Chrome 156.0.1.2');
    const chromium = program('chromium', 'Chromium 156.0.1.2');
    expect((await findBrowser('chromium', '128', at([chrome]))).branded).toBe(true);
    expect((await findBrowser('chromium', '128', at([chromium]))).branded).toBe(false);
  });
});
