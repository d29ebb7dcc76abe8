/**
 * npm run -s marks -- PAGE… [--density every|section|page] [--browser chromium|firefox] [--json]: runs the built
 * extension on pages (addresses or files) and prints every mark that it decided on, painted or not: id, form, start
 * and end in the page's text, reason. With --json one page gives an array; several give one line each:
 * {"page": …, "marks": […]}.
 */
import { chooseBrowser } from './browser/choose.ts';
import type { Driver } from './browser/driver.ts';
import { DENSITIES, marksOf, setDensity } from './browser/marks-of.ts';
import { openWithExtension } from './browser/open-with-extension.ts';
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
  const density = oneOf('density', values.density, DENSITIES);
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
