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

/** Installs a browser: by apt where we are root, else Playwright's Chromium. Throws a Refusal that says what to run. */
export function installBrowser(name: BrowserName, machine: Machine): void {
  const apt = onPath('apt-get', machine);
  if (apt && process.getuid?.() === 0) {
    process.stderr.write(`Set-up: no ${name} found; installing the package ${PACKAGE[name]} …\n`);
    const env = { ...machine.env, DEBIAN_FRONTEND: 'noninteractive' } as NodeJS.ProcessEnv;
    const isDone = [
      ['update', '-qq'],
      ['install', '-y', '-qq', PACKAGE[name]],
    ].every((args) => spawnSync(apt, args, { stdio: ['ignore', 'ignore', 'ignore'], env }).status === 0);
    if (isDone) return;
  } else if (name === 'chromium' && !machine.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD) {
    process.stderr.write('Set-up: no Chromium, Chrome or Edge found; downloading Playwright’s Chromium …\n');
    const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core')), 'cli.js');
    const run = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'ignore'] });
    if (run.status === 0) return;
  }
  throw new Refusal(`No ${name} is installed and none could be installed. ${advice(name, machine)}`);
}

function advice(name: BrowserName, machine: Machine): string {
  const run = onPath('apt-get', machine)
    ? `sudo apt-get update && sudo apt-get install -y ${PACKAGE[name]}`
    : name === 'chromium'
      ? 'npx playwright install chromium'
      : '';
  const override = name === 'chromium' ? 'AI_GLOSS_CHROMIUM' : 'AI_GLOSS_FIREFOX';
  return `${run ? `Run: ${run}` : `Get it from ${DOWNLOAD[name]}`} (or set ${override} to the path of one).`;
}

function onPath(command: string, { env, exists }: Machine): string | undefined {
  return (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, command))
    .find((path) => exists(path));
}
