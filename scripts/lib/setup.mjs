/**
 * Brings a clone into a state in which our commands work: packages as package-lock.json names them, and a Node that
 * the toolchain supports. Runs before anything is installed, so: plain JavaScript, Node's own modules only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** WXT, Vitest and jsdom need 22; from 22.18 on Node runs our TypeScript as it is. */
const LEAST_NODE = [22, 18];
const OLDEST_SHELL = 20;

/** What to tell the user, on one line; thrown where a stack trace would only hide it. */
export class Refusal extends Error {}

/**
 * Installs what is missing and returns the path of the Node to run our scripts with.
 * Says what it does on standard error, so that standard output stays the command's own. Throws a Refusal.
 */
export function setUp({ root = ROOT, version = process.versions.node } = {}) {
  if (Number.parseInt(version, 10) < OLDEST_SHELL) {
    throw new Refusal(`Node ${version} is too old: AI Gloss needs Node ${OLDEST_SHELL} or later (see nodejs.org).`);
  }
  const reason = whyStale(root);
  if (reason) install(root, reason);
  return fitNode(root, version);
}

/** Why node_modules does not match the lockfile, or null when it does. */
export function whyStale(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  const modules = join(root, 'node_modules');
  if (!existsSync(modules)) return 'nothing is installed yet';
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return 'node_modules has no record of what it holds';
  const found = readLock(record);
  for (const [path, { version, integrity, optional }] of Object.entries(wanted)) {
    if (!path) continue;
    const there = found[path];
    // Packages for other platforms are named by the lockfile and rightly absent.
    if (!there && optional) continue;
    if (!there || !existsSync(join(root, path))) return `${path} is missing`;
    if (there.version !== version || there.integrity !== integrity) {
      return `${path} is ${there.version}, the lockfile names ${version}`;
    }
  }
  for (const path of Object.keys(found)) if (!wanted[path]) return `${path} is not in the lockfile`;
  return null;
}

function readLock(file) {
  if (!existsSync(file)) throw new Refusal(`${file} is missing: restore it with \`git checkout package-lock.json\`.`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch (error) {
    throw new Refusal(`${file} is not JSON (${error.message}): restore it from git, or delete node_modules.`);
  }
}

function install(root, reason) {
  process.stderr.write(`Set-up: ${reason}; installing packages from package-lock.json …\n`);
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = process.env.npm_execpath?.endsWith('.js')
    ? spawnSync(process.execPath, [process.env.npm_execpath, ...args], { cwd: root, encoding: 'utf8' })
    : spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  if (run.error) {
    throw new Refusal(`npm could not be started (${run.error.message}): install npm, then run this command again.`);
  }
  if (run.status === 0) return;
  const said = `${run.stderr}${run.stdout}`;
  const code = /npm error code (\S+)/.exec(said)?.[1] ?? `exit ${run.status}`;
  if (/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|ENOTCACHED|E40[13]|E5\d\d/.test(code)) {
    throw new Refusal(
      `npm ci could not reach the package registry (${code}): check the network and \`npm config get registry\`, then run this command again.`,
    );
  }
  if (/in sync|EUSAGE/.test(said)) {
    throw new Refusal(
      'package.json and package-lock.json name different packages: run `npm install` once, then run this command again.',
    );
  }
  const line = said.split('\n').filter((text) => /npm error (?!code|A complete log)/.test(text))[0] ?? '';
  throw new Refusal(`npm ci failed (${code}) ${line.replace('npm error ', '')}`.trim());
}

/** The Node that npm has shipped with our packages, else the running one if that will do. */
function fitNode(root, version) {
  const { platform, arch } = process;
  const at = join(root, 'node_modules');
  const binary = platform === 'win32' ? 'node.exe' : 'node';
  const names = [`node-${platform === 'win32' ? 'win' : platform}-${arch}`, `node-bin-${platform}-${arch}`];
  // Asked for its version, since one built for glibc is there on musl, and does not start.
  const shipped = names.map((name) => join(at, name, 'bin', binary)).find((path) => starts(path));
  if (shipped) return shipped;
  const [major, minor] = version.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return process.execPath;
  throw new Refusal(
    `Node ${version} is too old for the toolchain, and npm has no newer one for ${platform}-${arch}: install Node ${LEAST_NODE.join('.')} or later.`,
  );
}

const starts = (path) => existsSync(path) && spawnSync(path, ['--version']).status === 0;
