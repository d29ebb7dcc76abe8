/**
 * npm run glossary:look -- [ID…] [--only figures] [--browser chromium|firefox]: draws entries in the card, light and
 * dark, wide and at 320 px, into artifacts/look/ID.png, and measures their drawings. Without an id, all entries that
 * have a drawing or a formula. `--only figures` leaves the rest of the card out. Exit code 1 where text runs out of
 * its place.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { checkGlossary } from '../../glossary/check.ts';
import { compile } from '../../glossary/compile.ts';
import { report } from '../../glossary/faults.ts';
import { readFolder } from '../../glossary/read/read-glossary.ts';
import type { Entry } from '../../glossary/types.ts';
import { chooseBrowser } from '../browser/choose.ts';
import type { Page } from '../browser/driver.ts';
import { findBrowser } from '../browser/find.ts';
import { launch } from '../browser/launch.ts';
import { until } from '../browser/poll.ts';
import { LEAST_BROWSERS } from '../build/least-browsers.ts';
import { oneOf, readArguments } from '../lib/arguments.ts';
import { Refusal, runCommand } from '../lib/refusal.ts';
import { serveFolder } from '../lib/serve-folder.ts';
import { ROOT } from '../lib/setup.mjs';
import { measureDrawings } from './look/measure.ts';
import { termsFolder } from './terms-folder.ts';

const USAGE = 'npm run glossary:look -- [ID…] [--only figures] [--browser chromium|firefox]';
const OPTIONS = { only: { type: 'string', default: '' }, browser: { type: 'string' } } as const;

await runCommand(async (args) => {
  const { values, positionals } = readArguments(args, OPTIONS, USAGE);
  const only = oneOf('only', values.only, ['', 'figures']);
  const name = oneOf('browser', values.browser ?? chooseBrowser(), ['chromium', 'firefox']);
  const entries = wanted(positionals);
  const folder = join(ROOT, 'artifacts', 'look');
  const site = join(folder, 'page');
  await buildPage(site, entries);
  const server = await serveFolder(site);
  const { path } = await findBrowser(name, LEAST_BROWSERS[name]);
  const driver = await launch(name, { path, headless: true });
  try {
    const page = await driver.open(`${server.origin}/index.html`);
    const faults: string[] = [];
    for (const { id } of entries) {
      await show(page, `${server.origin}/index.html?ids=${id}&only=${only}`);
      faults.push(...(await page.evaluate(measureDrawings)));
      const file = join(folder, `${id}.png`);
      writeFileSync(file, await page.screenshot());
      console.log(relative(ROOT, file));
    }
    for (const fault of faults) console.error(fault);
    console.log(`${entries.length} entries drawn, ${faults.length} faults.`);
    return faults.length ? 1 : 0;
  } finally {
    await driver.close();
    await server.close();
    rmSync(site, { recursive: true });
  }
});

/** The entries that are named, else all that have a figure. Throws a Refusal with every fault of their figures. */
function wanted(named: readonly string[]): Entry[] {
  const files = readFolder(termsFolder());
  const unknown = named.filter((id) => !files.some((file) => file.id === id));
  if (unknown.length) throw new Refusal(`No entry ${unknown.join(', ')}.\n${USAGE}`);
  const { entries } = compile(files.flatMap(({ entry }) => entry ?? []));
  const isWanted = ({ id, formula, diagram }: Entry) => (named.length ? named.includes(id) : formula || diagram);
  const faults = checkGlossary(files).faults.filter(
    ({ file, where, severity }) =>
      severity === 'error' &&
      /^(diagram|formula)/.test(where) &&
      (!named.length || named.some((id) => file.endsWith(`/${id}.md`))),
  );
  if (faults.length) throw new Refusal(report(faults));
  return entries.filter(isWanted);
}

async function buildPage(folder: string, entries: readonly Entry[]): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, 'look'),
    base: './',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'entries.json'),
    JSON.stringify(Object.fromEntries(entries.map((entry) => [entry.id, entry]))),
  );
}

/** Opens a sheet, waits until it is drawn, and gives the window its size. */
async function show(page: Page, address: string): Promise<void> {
  await page.setViewport(1640, 1000);
  await page.goto(address);
  await until(() => page.evaluate(() => document.documentElement.dataset.ready !== undefined), { what: 'the sheet' });
  const height = await page.evaluate(() => document.getElementById('root')!.offsetHeight);
  await page.setViewport(1640, height + 40);
}
