import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { until } from '../../scripts/browser/poll';

const MODULE = join(import.meta.dirname, '../../scripts/browser/process.ts');

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Starts a process that starts a browser's stand-in, a shell that waits for its own child. */
async function startOwner() {
  const code = `
    const { createProfile, startBrowser } = await import(${JSON.stringify(MODULE)});
    const profile = createProfile();
    const { child } = startBrowser({ path: '/bin/sh', args: ['-c', 'sleep 300 & wait'], stdio: 'ignore', profile });
    console.log(JSON.stringify({ pid: child.pid, folder: profile.folder }));
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await new Promise<string>((resolve) => owner.stdout.once('data', (data) => resolve(String(data))));
  return { owner, ...(JSON.parse(said) as { pid: number; folder: string }) };
}

it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'leaves no browser and no profile behind when %s ends us',
  async (signal) => {
    const { owner, pid, folder } = await startOwner();
    expect([isRunning(pid), existsSync(folder)]).toEqual([true, true]);
    owner.kill(signal);
    await until(() => !isRunning(pid) && !existsSync(folder), { what: 'browser and profile to go' });
  },
  30_000,
);
