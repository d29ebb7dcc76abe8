import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { packCues, packForms } from '../../glossary/pack-forms.ts';
import { bundleVariant } from './bundle.ts';
import { benchForms } from './forms.ts';
import type { BenchPage } from './pages.ts';
import { scanCost } from './scan-cost.ts';
import type { BenchServer } from './serve.ts';
import { quantile, type Summary, summarise } from './statistics.ts';

const gz = (data: string | Buffer): number => gzipSync(data, { level: 9 }).length;

export interface Weight {
  /** Gzipped bytes of the built extension's files. */
  content: number;
  contentWithoutForms: number;
  /** Without cues. */
  sense: number;
  guard: number;
  explain: number;
  /** By number of forms. */
  forms: { count: number; bytes: number; per1000: number; ready: Summary }[];
}

export interface WeightOptions {
  browser: Browser;
  server: BenchServer;
  page: BenchPage;
  /** Built with `builtCount` forms. */
  extension: string;
  builtCount: number;
  rounds: number;
}

/** What the content script weighs, and how long its table of forms takes to be ready, cold. */
export async function measureWeight(options: WeightOptions): Promise<Weight> {
  const { browser, server, page, extension, builtCount, rounds } = options;
  const file = (name: string) => gz(readFileSync(join(extension, 'content-scripts', name)));
  const built = benchForms(builtCount);
  const content = file('content.js');
  const forms: Weight['forms'] = [];
  const empty = await bundleVariant('empty.ts');
  let host = 0;
  const cost = async (script: string) => (await scanCost(browser, server.url(page, `ready-${host++}`), script)).cpuMs;
  for (const count of [1_000, 4_000]) {
    const packed = packForms(benchForms(count));
    const script = await bundleVariant('decode.ts', { PACKED: packed });
    const base: number[] = [];
    const ready: number[] = [];
    for (let round = 0; round < rounds; round++) {
      base.push(await cost(empty));
      ready.push(await cost(script));
    }
    const bytes = gz(packed);
    const emptyMs = quantile(base, 0.5);
    forms.push({
      count,
      bytes,
      per1000: Math.round((bytes / count) * 1000),
      ready: summarise(ready.map((ms) => Math.max(0, ms - emptyMs))),
    });
  }
  return {
    content,
    contentWithoutForms: content - gz(packForms(built)),
    sense: file('sense.js') - gz(packCues(built)),
    guard: file('guard.js'),
    explain: file('explain.js'),
    forms,
  };
}
