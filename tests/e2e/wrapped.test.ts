import { join } from 'node:path';
import type { Plugin } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver } from '../../scripts/browser/driver';
import { buildPlanted, type PlantedBuild } from '../build/planted-build';
import { browserName, launch, ROOT } from './support/launch';
import { compare } from './support/page-state';
import { FRAMEWORKS, LAST_TEXT, putFrameworks, redraw } from './support/redraw';
import { type FixtureServer, startServer } from './support/server';

/** Puts marked text into elements, where the real one registers ranges. */
const wrapping: Plugin = {
  name: 'planted-wrapping',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === './registry' && importer?.endsWith('/highlighter/paint/create-painter.ts')
      ? join(ROOT, 'tests/e2e/fixtures/wrapping-registry.ts')
      : null,
};

/** What unchanged.test.ts and frameworks.test.ts look at, with an extension that does what ours never does. */
let build: PlantedBuild;
let server: FixtureServer;
let plain: Driver;
let browser: Driver;

beforeAll(async () => {
  server = await startServer();
  server.mount('/demo/', join(ROOT, 'demo'));
  await putFrameworks(server);
  build = await buildPlanted(wrapping, browserName);
  [plain, browser] = await Promise.all([launch({ extension: false }), launch({ extension: build.folder })]);
});
afterAll(async () => {
  await Promise.all([plain?.close(), browser?.close()]);
  await server?.close();
  build?.remove();
});

it('a build that wraps marked text in elements changes the page, and is found out', async () => {
  const { marks, before, after } = await compare(plain, browser, server.url('/demo/article.html'));
  expect(marks).toBeGreaterThan(5);
  expect(after.html).not.toEqual(before.html);
  expect(after.html.replace(/<span class="wrapped">([^<]*)<\/span>/g, '$1')).toEqual(before.html);
  expect(after.boxes).not.toEqual(before.boxes);
});

it.each(FRAMEWORKS)(
  'a build that wraps marked text in elements breaks a page of %s, and is found out',
  async (name) => {
    const { page, text, errors } = await redraw(browser, server, name);
    expect({ text, errors }).not.toEqual({ text: LAST_TEXT, errors: [] });
    await page.close();
  },
);
