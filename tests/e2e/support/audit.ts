import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '../../../scripts/browser/driver';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of axe that the page breaks, and how many it keeps. */
export async function audit(page: Page): Promise<{ broken: string[]; kept: number }> {
  return page.evaluate(async (source: string) => {
    // The page's own policy bars scripts from text; ours is run by the debugger, which no policy binds.
    const axe = new Function(
      `const module = { exports: {} }, exports = module.exports;${source};return module.exports`,
    )();
    const { violations, passes } = await axe.run(document);
    return {
      broken: violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`),
      kept: passes.length,
    };
  }, AXE);
}
