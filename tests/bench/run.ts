import { cpus, loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import type { FoundBrowser } from '../../scripts/browser/find.ts';
import { CHROMIUM_ARGS } from './chromium-args.ts';
import { measureVisits, type Visit } from './extension.ts';
import { buildWithForms } from './extension-build.ts';
import { type FirstScan, measureFirstScans } from './first-scan.ts';
import { benchPages } from './pages.ts';
import { serve } from './serve.ts';
import { measureWeight, type Weight } from './weight.ts';

/** The built extension of a run carries the longer list. */
const BUILT_FORMS = 4_000;

export interface Report {
  date: string;
  command: string;
  commit: string;
  machine: { cpu: string; cores: number; browser: string; loadBefore: number; loadAfter: number };
  builtForms: number;
  scans: FirstScan[];
  visits: Visit[];
  weight: Weight;
  /** Pages whose first scan was not measured, since the run was ended before. */
  missing: string[];
}

export interface RunOptions {
  browser: FoundBrowser;
  command: string;
  commit: string;
  /** So many of each; null = 15 on small pages, 7 on big ones and of the extension's loads. */
  rounds: number | null;
  log(line: string): void;
  /** Told of all that was measured so far, after each page: a run of minutes may be ended early. */
  save(report: Report): void;
}

/** The whole benchmark: minutes of work, one browser at a time. */
export async function runBench({
  browser: found,
  command,
  commit,
  rounds: fixed,
  log,
  save,
}: RunOptions): Promise<Report> {
  const loadBefore = loadavg()[0]!;
  const pages = benchPages();
  const server = await serve(pages);
  log(`building the extension with ${BUILT_FORMS} fixed forms`);
  const extension = await buildWithForms(BUILT_FORMS);
  try {
    const visits = await measureVisits({
      browser: found,
      extension,
      server,
      pages: pages.filter(({ isArticle, isBig }) => isArticle || isBig),
      loads: fixed ?? 7,
      log,
    });
    const browser = await chromium.launch({ executablePath: found.path, args: CHROMIUM_ARGS });
    try {
      const weight = await measureWeight({
        browser,
        server,
        page: pages[0]!,
        extension,
        builtCount: BUILT_FORMS,
        rounds: fixed ?? 15,
      });
      const rounds = ({ isBig }: { isBig: boolean }) => fixed ?? (isBig ? 7 : 15);
      const [cpu] = cpus();
      const reportOf = (scans: FirstScan[]): Report => ({
        date: new Date().toISOString().slice(0, 10),
        command,
        commit,
        machine: {
          cpu: cpu?.model.trim() ?? 'unknown',
          cores: cpus().length,
          browser: `Chromium ${browser.version()}`,
          loadBefore,
          loadAfter: loadavg()[0]!,
        },
        builtForms: BUILT_FORMS,
        scans,
        visits,
        weight,
        missing: pages.map(({ name }) => name).filter((name) => !scans.some(({ page }) => page === name)),
      });
      const scans: FirstScan[] = [];
      for (const page of pages) {
        scans.push(...(await measureFirstScans({ browser, server, pages: [page], rounds, log })));
        save(reportOf(scans));
      }
      return reportOf(scans);
    } finally {
      await browser.close();
    }
  } finally {
    server.close();
  }
}
