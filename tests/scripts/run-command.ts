import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface Run {
  code: number;
  out: string;
  err: string;
}

export interface Started {
  /** What it has printed so far. */
  out(): string;
  ended: Promise<Run>;
}

type Env = Record<string, string | undefined>;

/** Starts scripts/NAME.ts through its set-up as npm does, without a display unless `env` names one. */
export function startCommand(name: string, args: string[], env: Env = {}): Started {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/run.mjs'), name, ...args], {
    cwd: ROOT,
    env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined, INIT_CWD: ROOT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<Run>((resolve) => child.once('close', (code) => resolve({ code: code ?? 1, out, err })));
  return { out: () => out, ended };
}

export const runCommand = (name: string, args: string[], env?: Env): Promise<Run> =>
  startCommand(name, args, env).ended;
