/** Which browser to run: one that is named, one that is installed, or one that can be installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Refusal } from '../lib/refusal.ts';
import { installBrowser } from './install.ts';

export type BrowserName = 'chromium' | 'firefox';

export interface FoundBrowser {
  name: BrowserName;
  path: string;
  /** "156.0.8078.79"; '' where the browser does not tell. */
  version: string;
  /** Chrome or Edge, which ignore --load-extension. */
  branded: boolean;
}

/** What the search looks at; tests pass their own. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  home: string;
  exists(path: string): boolean;
  list(folder: string): string[];
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
};

const OVERRIDE = { chromium: 'AI_GLOSS_CHROMIUM', firefox: 'AI_GLOSS_FIREFOX' } as const;

const COMMANDS = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition', 'firefox-nightly'],
};
const LINUX = {
  chromium: ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'],
  firefox: ['/snap/bin/firefox', '/opt/firefox/firefox'],
};
const MAC = {
  chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((app) => `${app}.app/Contents/MacOS/${app}`),
  firefox: ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'].map(
    (app) => `${app}.app/Contents/MacOS/firefox`,
  ),
};
/** Playwright's builds are Chrome for Testing since 1.57, and were Chromium before. */
const PLAYWRIGHT_MAC = ['Google Chrome for Testing', 'Chromium'].map((app) => `${app}.app/Contents/MacOS/${app}`);
const WINDOWS = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe', 'Firefox Nightly\\firefox.exe'],
};

/** Paths of installed browsers of this name, best first. */
export function installedBrowsers(name: BrowserName, machine: Machine = thisMachine): string[] {
  return [...systemPaths(name, machine), ...playwrightPaths(name, machine)].filter((path) => machine.exists(path));
}

function systemPaths(name: BrowserName, { platform, env, home }: Machine): string[] {
  if (platform === 'darwin') {
    return ['/Applications', `${home}/Applications`].flatMap((folder) => MAC[name].map((app) => `${folder}/${app}`));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return WINDOWS[name].flatMap((app) => folders.map((folder) => `${folder}\\${app}`));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...COMMANDS[name].flatMap((command) => folders.map((folder) => join(folder, command))), ...LINUX[name]];
}

/** Where `playwright install` puts its own. Its Firefox is patched and speaks no Marionette: not for us. */
function playwrightPaths(name: BrowserName, { platform, env, home, list }: Machine): string[] {
  if (name === 'firefox') return [];
  const cache =
    env.PLAYWRIGHT_BROWSERS_PATH ??
    (platform === 'darwin'
      ? join(home, 'Library/Caches/ms-playwright')
      : platform === 'win32'
        ? join(env.LOCALAPPDATA ?? home, 'ms-playwright')
        : join(env.XDG_CACHE_HOME ?? join(home, '.cache'), 'ms-playwright'));
  const binaries = { darwin: PLAYWRIGHT_MAC, win32: ['chrome.exe'] }[platform as string] ?? ['chrome'];
  const newest = (a: string, b: string) => Number(b.split('-')[1]) - Number(a.split('-')[1]);
  const builds = list(cache)
    .filter((folder) => /^chromium-\d+$/.test(folder))
    .sort(newest);
  return builds.flatMap((build) =>
    list(join(cache, build)).flatMap((inner) => binaries.map((binary) => join(cache, build, inner, binary))),
  );
}

/**
 * The browser to run, at least of version `least`; installs one where there is none. Throws a Refusal that says what
 * to do where none can be had, or where all that are there are too old.
 */
export async function findBrowser(
  name: BrowserName,
  least: string,
  machine: Machine = thisMachine,
): Promise<FoundBrowser> {
  const named = machine.env[OVERRIDE[name]];
  if (named) {
    if (!machine.exists(named)) throw new Refusal(`${OVERRIDE[name]} names ${named}, and there is no such file.`);
    return checked(name, named, least);
  }
  const paths = installedBrowsers(name, machine);
  let tooOld: Refusal | null = null;
  for (const path of paths) {
    try {
      return checked(name, path, least);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      tooOld ??= error;
    }
  }
  if (tooOld) throw tooOld;
  installBrowser(name, machine);
  const [path] = installedBrowsers(name, machine);
  if (!path)
    throw new Refusal(
      `The installation of ${name} ended well, but no browser is found: set ${OVERRIDE[name]} to its path.`,
    );
  return checked(name, path, least);
}

function checked(name: BrowserName, path: string, least: string): FoundBrowser {
  const version = versionOf(name, path);
  if (version && Number.parseInt(version, 10) < Number.parseInt(least, 10)) {
    throw new Refusal(
      `${path} is version ${version}, and AI Gloss needs ${name === 'firefox' ? 'Firefox' : 'Chromium'} ${least} or later: update it, or set ${OVERRIDE[name]} to a newer one.`,
    );
  }
  return { name, path, version, branded: name === 'chromium' && isBranded(path) };
}

const isBranded = (path: string) => /chrome|edge/i.test(path) && !/chromium|ms-playwright/i.test(path);

/** Version of an installed browser, without starting a window: on Windows `--version` would open one. */
function versionOf(name: BrowserName, path: string): string {
  const folder = dirname(path);
  if (name === 'firefox') {
    const about = [join(folder, 'application.ini'), join(folder, '../Resources/application.ini')].find((file) =>
      existsSync(file),
    );
    const version = about && /^Version=(.+)$/m.exec(readFileSync(about, 'utf8'))?.[1];
    if (version) return version;
  }
  if (process.platform === 'win32') {
    return (existsSync(folder) ? readdirSync(folder) : []).find((entry) => /^\d+(\.\d+){3}$/.test(entry)) ?? '';
  }
  const said = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout ?? '';
  return /\d+(\.\d+)+/.exec(said)?.[0] ?? '';
}
