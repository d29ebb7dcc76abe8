/**
 * node scripts/run.mjs NAME [arguments]: sets up, then runs scripts/NAME.ts on a Node that the toolchain supports.
 * Every npm script that a fresh clone may start with goes through here.
 */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { Refusal, ROOT, setUp } from './lib/setup.mjs';

const [name, ...args] = process.argv.slice(2);

try {
  const node = setUp();
  const bin = join(ROOT, 'node_modules', '.bin');
  const child = spawn(node, [join(ROOT, 'scripts', `${name}.ts`), ...args], {
    stdio: 'inherit',
    // Tools that the script starts by name run on the same Node.
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  });
  // The terminal sends ^C to both of us; the child tidies up, and we leave with its code.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
