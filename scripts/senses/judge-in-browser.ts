import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { DecidedMark } from '../../messaging/page-handle.ts';
import { marksOf, setDensity } from '../browser/marks-of.ts';
import { openWithExtension } from '../browser/open-with-extension.ts';
import { serveFolder } from '../lib/serve-folder.ts';
import type { LabelledSet } from './labelled-set.ts';

export interface InBrowser {
  /** "Chromium 156.0.8078.79" */
  browser: string;
  /** Page → every mark that the built extension decided on, every mention. */
  marks: Map<string, DecidedMark[]>;
}

/** Opens every page of the sets in real Chromium with the built extension. `log` is told of each page. */
export async function judgeInBrowser(sets: readonly LabelledSet[], log: (line: string) => void): Promise<InBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'ai-gloss-senses-'));
  const pages = sets.flatMap((set) => set.pages);
  // All in one folder: a set's own folders would tell in the address what a page is about.
  for (const { name, html } of pages) writeFileSync(join(folder, basename(name)), html);
  const server = await serveFolder(folder);
  const { driver } = await openWithExtension('chromium', true);
  try {
    await setDensity(driver, 'every');
    const marks = new Map<string, DecidedMark[]>();
    for (const [i, { name }] of pages.entries()) {
      log(`${i + 1}/${pages.length} ${name}`);
      const found = await marksOf(driver, `${server.origin}/${encodeURIComponent(basename(name))}`, name);
      // Frames have texts of their own, which no label counts.
      marks.set(
        name,
        found.filter(({ frame }) => !frame),
      );
    }
    return { browser: `Chromium ${driver.version}`, marks };
  } finally {
    await driver.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}
