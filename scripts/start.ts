/**
 * npm start [-- URL-or-file] [--browser chromium|firefox] [--headless] [--port N]: builds, and opens a window with
 * the extension on the demo article, or on the page that is named. Without a display it runs headless, walks through
 * what a reader would do, and leaves pictures in artifacts/start/.
 */
import { join, relative } from 'node:path';
import { chooseBrowser } from './browser/choose.ts';
import type { Driver } from './browser/driver.ts';
import { openAddress, openWithExtension } from './browser/open-with-extension.ts';
import { oneOf, readArguments } from './lib/arguments.ts';
import { createPageAddresses } from './lib/page-address.ts';
import { Refusal, runCommand } from './lib/refusal.ts';
import { ROOT } from './lib/setup.mjs';
import { reportMarks } from './start/report-marks.ts';
import { walk } from './start/walk.ts';
import { whenWindowsClosed } from './start/when-windows-closed.ts';

const USAGE = 'npm start [-- URL-or-file] [--browser chromium|firefox] [--headless] [--port N]';

const OPTIONS = {
  browser: { type: 'string' },
  headless: { type: 'boolean', default: false },
  port: { type: 'string', default: '0' },
} as const;

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

await runCommand(async (args) => {
  const { values, positionals } = readArguments(args, OPTIONS, USAGE);
  if (positionals.length > 1) throw new Refusal(`One page at a time: ${positionals.join(', ')}.\n${USAGE}`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Refusal(`--port ${values.port}: it is a number from 1 to 65535, or 0 for any free one.`);
  }
  const name = oneOf('browser', values.browser ?? chooseBrowser(), ['chromium', 'firefox']);
  const headless = values.headless || !hasDisplay();
  const demo = join(ROOT, 'demo', 'article.html');
  const [named = relative(process.cwd(), demo)] = positionals;
  const addresses = createPageAddresses({ port });
  let driver: Driver | undefined;
  try {
    const address = await addresses.resolve(positionals[0] ?? demo);
    const opened = await openWithExtension(name, headless);
    driver = opened.driver;
    const { path, version } = opened.found;
    console.log(`${path} ${version}${headless ? ', without a window' : ''}: AI Gloss is running in it.`);
    const page = await openAddress(driver, address, named);
    console.log(`${named} is open at ${address}`);
    await reportMarks(page, named);
    if (headless) {
      await walk(driver, page, join(ROOT, 'artifacts', 'start'));
      return 0;
    }
    for (const other of await driver.pages()) if (other.url === 'about:blank') await other.close();
    console.log('Rest the pointer on a dotted word. This command ends when you close the window.');
    await whenWindowsClosed(driver);
    return 0;
  } finally {
    await driver?.close();
    await addresses.close();
  }
});
