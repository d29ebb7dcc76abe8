import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser, type Machine } from '../../scripts/browser/find';
import { type DownloadHost, startDownloadHost } from './download-host';

/** A machine without a browser: its PATH is one folder, where a stand-in for apt may be. Playwright's own program runs. */
let folder: string;
let host: DownloadHost | undefined;
let said: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-gloss-install-'));
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
});
afterEach(async () => {
  await host?.close();
  host = undefined;
  rmSync(folder, { recursive: true });
});

const machine = (env: Machine['env'] = {}): Machine => ({
  platform: 'linux',
  env: { PATH: folder, HOME: folder, PLAYWRIGHT_BROWSERS_PATH: join(folder, 'store'), ...env },
  home: folder,
  // What is outside of the folder is another machine's.
  exists: (path) => path.startsWith(folder) && existsSync(path),
  list: (path) => (path.startsWith(folder) && existsSync(path) ? readdirSync(path) : []),
});
const program = (name: string, lines: string) => {
  writeFileSync(join(folder, name), `#!/bin/sh\n${lines}\n`);
  chmodSync(join(folder, name), 0o755);
};
const log = () => readFileSync(join(folder, 'log'), 'utf8').trim().split('\n');
/** Stands in for apt: notes how it was called; an installed package is a program that tells its version. */
const apt = (outcome: 'installs' | 'fails') =>
  program(
    'apt-get',
    `echo "$DEBIAN_FRONTEND $*" >> ${folder}/log
    [ ${outcome} = fails ] && exit 100
    [ "$1" = install ] || exit 0
    for name; do :; done
    printf '#!/bin/sh\\necho Version 199.1.2' > "${folder}/$name"
    /bin/chmod 755 "${folder}/$name"`,
  );
const asRoot = (is: boolean) => vi.spyOn(process as { getuid(): number }, 'getuid').mockReturnValue(is ? 0 : 1000);
const CHROME = { 'chrome-linux64/chrome': '#!/bin/sh\necho Chrome 199.3.4', 'ffmpeg-linux': '#!/bin/sh' };
const find = (name: 'chromium' | 'firefox', env: Machine['env'] = {}) => findBrowser(name, '147', machine(env));

describe.skipIf(process.platform !== 'linux')('where root has apt', () => {
  it.each([
    ['chromium', 'chromium'],
    ['firefox', 'firefox-esr'],
  ] as const)('%s is installed as the package %s, without a question, and run', async (name, pack) => {
    asRoot(true);
    apt('installs');
    expect(await find(name)).toMatchObject({ path: join(folder, pack), version: '199.1.2' });
    expect(log()).toEqual(['noninteractive update -qq', `noninteractive install -y -qq ${pack}`]);
    expect(said).toBe(`Set-up: no ${name} found; installing the package ${pack} …\n`);
  });

  it('and apt fails, Firefox is refused with one line that says what to run', async () => {
    asRoot(true);
    apt('fails');
    await expect(find('firefox')).rejects.toThrow(
      /^No firefox is installed and none could be installed\. Run: apt-get update && apt-get install -y firefox-esr \(or set AI_GLOSS_FIREFOX [^\n]+$/,
    );
  });
});

// Playwright's own program runs here, with its five attempts.
describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
  'Playwright’s Chromium',
  { timeout: 60_000 },
  () => {
    it.each([
      ['where we are not root', false, 'installs'],
      ['where apt fails', true, 'fails'],
    ] as const)('is downloaded and run %s', async (_, isRoot, outcome) => {
      asRoot(isRoot);
      apt(outcome);
      host = await startDownloadHost(CHROME);
      const found = await find('chromium', { PLAYWRIGHT_DOWNLOAD_HOST: host.origin });
      expect(found).toMatchObject({ version: '199.3.4', branded: false });
      expect(found.path).toMatch(/store\/chromium-\d+\/chrome-linux64\/chrome$/);
      expect((await host.asked()).filter((path) => path.endsWith('/chrome-linux64.zip'))).toHaveLength(1);
      // Nothing that we have no use for, such as its headless shell.
      expect((await host.asked()).filter((path) => path.includes('headless'))).toEqual([]);
      expect(existsSync(join(folder, 'log'))).toBe(isRoot);
    });

    it('that cannot be had is one line that says what to run', async () => {
      asRoot(false);
      host = await startDownloadHost(null);
      await expect(find('chromium', { PLAYWRIGHT_DOWNLOAD_HOST: host.origin })).rejects.toThrow(
        /^No chromium is installed and none could be installed\. Run: npx playwright-core install chromium \(or set AI_GLOSS_CHROMIUM [^\n]+$/,
      );
      expect((await host.asked()).length).toBeGreaterThan(0);
      expect(said).toBe('Set-up: no Chromium, Chrome or Edge found; downloading Playwright’s Chromium …\n');
    });
  },
);
