import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { Refusal } from '../lib/refusal.ts';
import type { BrowserName, Machine } from './find.ts';

const PACKAGE = { chromium: 'chromium', firefox: 'firefox-esr' };
const DOWNLOAD = {
  chromium: 'https://www.chromium.org/getting-involved/download-chromium/',
  firefox: 'https://www.mozilla.org/firefox/',
};

/** So long a download waits for its server each time, ms; it tries five times. */
const CONNECTION_MS = 10_000;

/** Installs a browser: by apt where we are root, else Playwright's Chromium. Throws a Refusal that says what to run. */
export function installBrowser(name: BrowserName, machine: Machine): void {
  if (installByApt(name, machine) || (name === 'chromium' && downloadChromium(machine))) return;
  throw new Refusal(`No ${name} is installed and none could be installed. ${advice(name, machine)}`);
}

function installByApt(name: BrowserName, machine: Machine): boolean {
  const apt = onPath('apt-get', machine);
  if (!apt || process.getuid?.() !== 0) return false;
  process.stderr.write(`Set-up: no ${name} found; installing the package ${PACKAGE[name]} …\n`);
  return [
    ['update', '-qq'],
    ['install', '-y', '-qq', PACKAGE[name]],
  ].every((args) => run(apt, args, { ...machine.env, DEBIAN_FRONTEND: 'noninteractive' }));
}

function downloadChromium({ env }: Machine): boolean {
  if (env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD) return false;
  process.stderr.write('Set-up: no Chromium, Chrome or Edge found; downloading Playwright’s Chromium …\n');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core')), 'cli.js');
  return run(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: `${CONNECTION_MS}`,
    ...env,
  });
}

const run = (program: string, args: string[], env: Machine['env']): boolean =>
  spawnSync(program, args, { stdio: 'ignore', env: env as NodeJS.ProcessEnv }).status === 0;

function advice(name: BrowserName, machine: Machine): string {
  const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
  const command = onPath('apt-get', machine)
    ? `${sudo}apt-get update && ${sudo}apt-get install -y ${PACKAGE[name]}`
    : name === 'chromium'
      ? 'npx playwright-core install chromium'
      : '';
  const override = name === 'chromium' ? 'AI_GLOSS_CHROMIUM' : 'AI_GLOSS_FIREFOX';
  return `${command ? `Run: ${command}` : `Get it from ${DOWNLOAD[name]}`} (or set ${override} to the path of one).`;
}

function onPath(command: string, { env, exists }: Machine): string | undefined {
  return (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, command))
    .find((path) => exists(path));
}
