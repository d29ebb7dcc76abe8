/** Browser processes of ours: each with a profile of its own, and none that outlives us. */
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface BrowserProcess {
  child: ChildProcess;
  /** Settles when the process has ended. */
  ended: Promise<void>;
  /** Ends it with all its children, and waits for that. */
  kill(): Promise<void>;
}

export interface Profile {
  folder: string;
  remove(): void;
}

/** A new empty folder for a profile, removed at the latest when we end. */
export function createProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'ai-gloss-profile-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  process.once('exit', remove);
  return {
    folder,
    remove() {
      process.off('exit', remove);
      remove();
    },
  };
}

const running = new Set<ChildProcess>();
let isWatching = false;

export interface StartOptions {
  path: string;
  args: string[];
  stdio: StdioOptions;
  env?: NodeJS.ProcessEnv;
  profile: Profile;
}

/** Starts a browser in a process group of its own, so that its helpers can be ended with it. */
export function startBrowser({ path, args, stdio, env, profile }: StartOptions): BrowserProcess {
  const child = spawn(path, args, { stdio, env: env ?? process.env, detached: process.platform !== 'win32' });
  const outlive = watchOver(child, profile);
  running.add(child);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  }).then(() => {
    running.delete(child);
    outlive();
  });
  if (!isWatching) {
    isWatching = true;
    process.on('exit', () => {
      for (const other of running) killGroup(other);
    });
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ] as const) {
      process.on(signal, () => process.exit(code));
    }
  }
  return {
    child,
    ended,
    async kill() {
      killGroup(child);
      await ended;
    },
  };
}

/** Waits for the end of its input, which comes when we end in whatever way; then there is nobody else to tidy up. */
const WATCH = 'read -r _; kill -9 "-$1"; rm -rf -- "$2"';

/** Has a shell end the browser should we be killed outright. The returned function calls it off. */
function watchOver(child: ChildProcess, { folder }: Profile): () => void {
  if (process.platform === 'win32' || !child.pid) return () => {};
  const shell = spawn('/bin/sh', ['-c', WATCH, 'watch', `${child.pid}`, folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.on('error', () => {});
  shell.stdin.on('error', () => {});
  shell.unref();
  return () => void shell.kill('SIGKILL');
}

function killGroup(child: ChildProcess): void {
  if (!child.pid) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has gone.
  }
}
