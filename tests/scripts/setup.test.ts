import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal, setUp, whyStale } from '../../scripts/lib/setup.mjs';

const PACKAGES = {
  '': { name: 'clone' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/for-another-platform': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};

let root: string;
const lock = (packages: object) => writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
const record = (packages: object) =>
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ai-gloss-setup-'));
  mkdirSync(join(root, 'node_modules/a'), { recursive: true });
  lock(PACKAGES);
  record({ 'node_modules/a': PACKAGES['node_modules/a'] });
});
afterEach(() => rmSync(root, { recursive: true }));

describe('what is installed', () => {
  it('is fresh when it holds what the lockfile names, less what other platforms need', () => {
    expect(whyStale(root)).toBeNull();
  });

  it.each<[string, () => void, RegExp]>([
    ['nothing is installed', () => rmSync(join(root, 'node_modules'), { recursive: true }), /nothing is installed/],
    ['it has no record', () => rmSync(join(root, 'node_modules/.package-lock.json')), /no record/],
    ['a package was deleted', () => rmSync(join(root, 'node_modules/a'), { recursive: true }), /a is missing/],
    [
      'the lockfile names another version',
      () => lock({ ...PACKAGES, 'node_modules/a': { version: '2.0.0' } }),
      /1\.0\.0.+2\.0\.0/,
    ],
    [
      'the lockfile has a new package',
      () => lock({ ...PACKAGES, 'node_modules/b': { version: '1.0.0' } }),
      /b is missing/,
    ],
    ['a package left the lockfile', () => lock({ '': {} }), /a is not in the lockfile/],
  ])('is stale when %s', (_, change, reason) => {
    change();
    expect(whyStale(root)).toMatch(reason);
  });
});

describe('set-up', () => {
  const said = (error: unknown) => (error instanceof Refusal ? error.message : `not a refusal: ${error}`);
  const attempt = (options: object = {}) => {
    try {
      return setUp({ root, ...options });
    } catch (error) {
      return said(error);
    }
  };
  /** Stands in for npm: writes this to standard error and fails. */
  const npmSays = (text: string) => {
    const npm = join(root, 'npm.js');
    writeFileSync(npm, `process.stderr.write(${JSON.stringify(text)}); process.exit(1)`);
    chmodSync(npm, 0o755);
    vi.stubEnv('npm_execpath', npm);
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    rmSync(join(root, 'node_modules'), { recursive: true });
  };
  afterEach(() => vi.unstubAllEnvs());

  it('takes the running Node when it will do and npm has shipped none', () => {
    expect(attempt({ version: '22.18.0' })).toBe(process.execPath);
  });

  it('takes the Node that npm has shipped before the running one', () => {
    const shipped = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
    mkdirSync(join(shipped, '..'), { recursive: true });
    writeFileSync(shipped, '#!/bin/sh\n');
    chmodSync(shipped, 0o755);
    expect(attempt({ version: '20.20.2' })).toBe(shipped);
  });

  it.each<[string, object, RegExp]>([
    ['a Node that is too old for npm packages', { version: '18.20.0' }, /^Node 18\.20\.0 is too old: .+20 or later/],
    [
      'a Node that is too old for the toolchain, where npm has none',
      { version: '20.20.2' },
      /^Node 20\.20\.2 is too old for the toolchain/,
    ],
  ])('refuses %s', (_, options, message) => expect(attempt(options)).toMatch(message));

  it('says how to get the lockfile back', () => {
    rmSync(join(root, 'package-lock.json'));
    expect(attempt()).toMatch(/package-lock\.json is missing: restore it with `git checkout/);
  });

  it.each<[string, string, RegExp]>([
    [
      'no network',
      'npm error code ENOTFOUND\nnpm error network',
      /^npm ci could not reach the package registry \(ENOTFOUND\)/,
    ],
    [
      'a lockfile behind package.json',
      'npm error code EUSAGE\nnpm error `npm ci` can only install when in sync',
      /run `npm install` once/,
    ],
    [
      'something else',
      'npm error code ENOSPC\nnpm error no space left on device',
      /^npm ci failed \(ENOSPC\) no space left on device$/,
    ],
  ])('tells of %s on one line', (_, text, message) => {
    npmSays(text);
    expect(attempt()).toMatch(message);
    expect(attempt()).not.toContain('\n');
  });
});
