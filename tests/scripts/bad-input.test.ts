import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { runCommand } from './run-command';

const refusedWith = async (message: RegExp, name: string, args: string[], env?: Record<string, string>) => {
  const { code, out, err } = await runCommand(name, args, env);
  expect(err.trim()).toMatch(message);
  expect(err).not.toMatch(/^\s+at /m);
  expect({ code, out }).toEqual({ code: 1, out: '' });
};
const SLOW_MS = 60_000;

it.each<[string, string, string[], RegExp]>([
  ['a file that is not there', 'start', ['no-such-page.html'], /^There is no file no-such-page\.html\.$/],
  [
    'an address without its scheme',
    'start',
    ['example.com/x'],
    /^There is no file .+, write https:\/\/example\.com\/x\.$/,
  ],
  ['an address that is none', 'start', ['https://'], /^https:\/\/ is not an address/],
  ['another scheme', 'marks', ['ftp://example.com/'], /^ftp:\/\/example\.com\/ is neither/],
  ['a folder without a page', 'marks', ['scripts'], /^scripts is a folder without an index\.html/],
  ['no page', 'marks', [], /^Which page\?/],
  ['two pages', 'start', ['a.html', 'b.html'], /^One page at a time/],
  ['an unknown browser', 'start', ['--browser', 'netscape'], /^--browser netscape: it is one of chromium, firefox\.$/],
  ['an unknown density', 'marks', ['x', '--density', 'all'], /^--density all: it is one of section, page, every\.$/],
  ['an unknown option', 'start', ['--colour'], /^Unknown option '--colour'/],
  ['a port that is none', 'start', ['--port', 'many'], /^--port many: it is a number/],
])('a command refuses %s with one message', (_, name, args, message) => refusedWith(message, name, args), SLOW_MS);

it(
  'npm start refuses a port that is taken',
  async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await refusedWith(new RegExp(`^Port ${port} is taken \\(EADDRINUSE\\)`), 'start', ['--port', `${port}`]);
    other.close();
  },
  SLOW_MS,
);

it.each([
  ['AI_GLOSS_CHROMIUM', 'chromium'],
  ['AI_GLOSS_FIREFOX', 'firefox'],
])(
  'npm start refuses a browser that %s names and that is not there',
  async (name, browser) => {
    const message = new RegExp(`^${name} names /no/such/browser, and there is no such file\\.$`);
    await refusedWith(message, 'start', ['--browser', browser], { [name]: '/no/such/browser' });
  },
  SLOW_MS,
);

it.skipIf(process.platform !== 'linux').each(['chromium', 'firefox'])(
  'npm start says what to do where there is no %s and no way to install one',
  async (browser) => {
    const nothing = {
      PATH: '',
      HOME: tmpdir(),
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
      PLAYWRIGHT_BROWSERS_PATH: '/none',
    };
    const env = { ...nothing, AI_GLOSS_CHROMIUM: '', AI_GLOSS_FIREFOX: '' };
    const message = new RegExp(`^No ${browser} is installed and none could be installed\\. [^\\n]+$`);
    await refusedWith(message, 'start', ['--browser', browser], env);
  },
  SLOW_MS,
);
