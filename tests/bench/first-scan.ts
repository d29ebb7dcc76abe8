import type { Browser } from 'playwright-core';
import { packCues, packForms } from '../../glossary/pack-forms.ts';
import { bundleVariant } from './bundle.ts';
import { benchForms, benchWords } from './forms.ts';
import type { BenchPage } from './pages.ts';
import { scanCost } from './scan-cost.ts';
import type { BenchServer } from './serve.ts';
import { quantile, type Summary, summarise } from './statistics.ts';

/** `mark()` is stopped after so long, and its cost carried over to the forms that it has not reached. */
const STOP_MARK_MS = 8_000;
/** One expression over all forms that has not ended by then is left out. */
const STOP_REGEX_MS = 60_000;
const RIVAL_FORMS = 4_000;

export interface Figure extends Summary {
  /** Carried over from the part that was done in time. */
  isExtrapolated: boolean;
  /** What the last run returned: spans found, characters read, or the share of forms done. */
  result: number;
}

export interface FirstScan {
  page: string;
  isArticle: boolean;
  bytes: number;
  /** CPU ms of the page's main thread; null where the variant did not end in time. */
  figures: Record<string, Figure | null>;
}

export const ours = (forms: number, sense: boolean) => `ours, ${forms} forms${sense ? ', with sense' : ''}`;
export const FLOOR = 'floor';
export const JOIN_FLOOR = 'join floor';
export const MARK = `mark.js mark(), ${RIVAL_FORMS} forms`;
export const MARK_REGEX = `mark.js markRegExp(), ${RIVAL_FORMS} forms`;

export interface FirstScanOptions {
  browser: Browser;
  server: BenchServer;
  pages: readonly BenchPage[];
  rounds(page: BenchPage): number;
  log(line: string): void;
}

/** Measures every variant on every page; round by round, so that what disturbs the machine meets them all. */
export async function measureFirstScans(options: FirstScanOptions): Promise<FirstScan[]> {
  const { browser, server, pages, rounds, log } = options;
  const scripts = await bundleAll();
  const scans: FirstScan[] = [];
  let loads = 0;
  const cost = (page: BenchPage, script: string, timeoutMs?: number) =>
    scanCost(browser, server.url(page, `scan-${loads++}`), script, timeoutMs);

  for (const page of pages) {
    const seen: Record<string, { cpuMs: number[]; result: number }> = {};
    const n = rounds(page);
    for (let round = 0; round < n; round++) {
      for (const [name, script] of Object.entries(scripts.repeated)) {
        const { cpuMs, result } = await cost(page, script);
        const one = (seen[name] ??= { cpuMs: [], result });
        one.cpuMs.push(cpuMs);
        one.result = result;
      }
      log(`first scan, ${page.name}: round ${round + 1} of ${n}`);
    }
    const empty = quantile(seen.empty!.cpuMs, 0.5);
    const figures: FirstScan['figures'] = {};
    for (const [name, { cpuMs, result }] of Object.entries(seen)) {
      if (name === 'empty') continue;
      const own = cpuMs.map((value) => Math.max(0, value - empty));
      figures[name] = { ...summarise(own), isExtrapolated: false, result };
    }
    figures[MARK_REGEX] = await regex(() => cost(page, scripts.markRegExp, STOP_REGEX_MS));
    const mark = await cost(page, scripts.mark);
    figures[MARK] = {
      ...summarise([(mark.cpuMs - empty) / mark.result]),
      isExtrapolated: mark.result < 1,
      result: mark.result,
    };
    for (const [name, figure] of Object.entries(figures)) {
      log(`  ${name}: ${figure ? `${figure.median.toFixed(2)} ms` : 'did not end in time'}`);
    }
    scans.push({ page: page.name, isArticle: page.isArticle, bytes: Buffer.byteLength(page.html), figures });
  }
  return scans;
}

/** Twice, since once may be chance; null when it takes too long. */
async function regex(run: () => Promise<{ cpuMs: number; result: number }>): Promise<Figure | null> {
  try {
    const [one, two] = [await run(), await run()];
    return { ...summarise([one.cpuMs, two.cpuMs]), isExtrapolated: false, result: two.result };
  } catch (error) {
    if (!/terminated|timed? ?out/i.test(String(error))) throw error;
    return null;
  }
}

async function bundleAll() {
  const repeated: Record<string, string> = {
    empty: await bundleVariant('empty.ts'),
    [FLOOR]: await bundleVariant('floor.ts'),
    [JOIN_FLOOR]: await bundleVariant('join-floor.ts'),
  };
  for (const count of [1_000, 4_000]) {
    const entries = benchForms(count);
    for (const SENSE of [false, true]) {
      const constants = { PACKED: packForms(entries), CUES: packCues(entries), SENSE };
      repeated[ours(count, SENSE)] = await bundleVariant('scan.ts', constants);
    }
  }
  const rival = (ONE_REGEX: boolean) =>
    bundleVariant('mark-js.ts', { WORDS: benchWords(RIVAL_FORMS), ONE_REGEX, STOP_AFTER_MS: STOP_MARK_MS });
  return { repeated, mark: await rival(false), markRegExp: await rival(true) };
}
