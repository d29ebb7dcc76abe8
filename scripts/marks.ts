/**
 * npm run -s marks -- PAGE… [--density every|section|page] [--browser chromium|firefox] [--json]: runs the built
 * extension on pages (addresses or files) and prints every mark that it decided on, painted or not: id, form, start
 * and end in the page's text, reason. With --json one page gives an array; several give one line each:
 * {"page": …, "marks": […]}.
 */
import { chooseBrowser } from './browser/choose.ts';
import type { Driver } from './browser/driver.ts';
import { openAddress, openWithExtension } from './browser/open-with-extension.ts';
import { until } from './browser/poll.ts';
import { readMarks } from './browser/read-marks.ts';
import { oneOf, readArguments } from './lib/arguments.ts';
import { createPageAddresses } from './lib/page-address.ts';
import { Refusal, runCommand } from './lib/refusal.ts';

const USAGE =
  'npm run -s marks -- PAGE… [--density every|section|page] [--browser chromium|firefox] [--json]; PAGE is an address or a file.';

const OPTIONS = {
  density: { type: 'string', default: 'section' },
  browser: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values, positionals: pages } = readArguments(args, OPTIONS, USAGE);
  if (!pages.length) throw new Refusal(`Which page? ${USAGE}`);
  const density = oneOf('density', values.density, ['section', 'page', 'every']);
  const name = oneOf('browser', values.browser ?? chooseBrowser(), ['chromium', 'firefox']);
  const addresses = createPageAddresses();
  let driver: Driver | undefined;
  let failed = 0;
  try {
    // All are looked at before a browser starts.
    const targets: string[] = [];
    for (const page of pages) targets.push(await addresses.resolve(page));
    driver = (await openWithExtension(name, true)).driver;
    await setDensity(driver, density);
    for (const [i, page] of pages.entries()) {
      try {
        const marks = await marksOf(driver, targets[i]!, page);
        print(page, marks, values.json, pages.length > 1);
      } catch (error) {
        if (pages.length === 1) throw error;
        failed++;
        console.error(`${page}: ${(error as Error).message}`);
      }
    }
  } finally {
    await driver?.close();
    await addresses.close();
  }
  return failed ? 1 : 0;
});

/** Stores the reader's setting as the options page does. */
async function setDensity(driver: Driver, density: string): Promise<void> {
  await driver.evaluate(async (value: string) => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings ?? {}), version: 1, density: value } });
  }, density);
}

async function marksOf(driver: Driver, address: string, named: string) {
  const page = await openAddress(driver, address, named);
  try {
    // The script is registered when the background first runs: a page that was faster is loaded again.
    if (!(await page.hasExtension())) {
      const scripts = () => driver.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
      await until(scripts, { what: 'the content script to be registered' });
      await page.reload();
    }
    const frames = await readMarks(page, named);
    return frames.flatMap(({ frame, marks }, i) => marks.map((mark) => (i ? { ...mark, frame: frame.url } : mark)));
  } finally {
    await page.close();
  }
}

type Marks = Awaited<ReturnType<typeof marksOf>>;

function print(page: string, marks: Marks, isJson: boolean, isOneOfMany: boolean): void {
  if (isJson) {
    console.log(isOneOfMany ? JSON.stringify({ page, marks }) : JSON.stringify(marks, null, 1));
    return;
  }
  if (isOneOfMany) console.log(`${page}: ${marks.length} marks`);
  for (const { id, form, start, end, reason, painted } of marks) {
    console.log(`${`${start}–${end}`.padEnd(14)} ${painted ? '·' : ' '} ${form.padEnd(28)} ${id.padEnd(28)} ${reason}`);
  }
}
