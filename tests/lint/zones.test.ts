import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Plants one file per case in a copy of the tree's outline under our own configuration, lints them all in one
 * run, and returns what the linter says of each.
 */
function lintAll(cases: readonly (readonly [path: string, imported: string, ...rest: string[]])[]): string[] {
  const root = mkdtempSync(join(tmpdir(), 'ai-gloss-zones-'));
  try {
    copyFileSync('biome.json', join(root, 'biome.json'));
    const files = cases.map(([path, imported], i) => {
      const file = path.replace('planted', `planted-${i}`);
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(join(root, file), `import * as planted from '${imported}';\n\nconsole.log(planted);\n`);
      return file;
    });
    const biome = resolve('node_modules/.bin/biome');
    const args = ['lint', '--vcs-enabled=false', '--only=style/noRestrictedImports', '--max-diagnostics=none', '.'];
    const { stdout, stderr } = spawnSync(biome, args, { cwd: root, encoding: 'utf8' });
    const said = (stdout + stderr).split(/\n(?=\S*planted-\d+\.tsx?:)/);
    return files.map((file) => said.find((part) => part.startsWith(`${file}:`))?.replace(/\s+/g, ' ') ?? '');
  } finally {
    rmSync(root, { recursive: true });
  }
}
const RED = 'noRestrictedImports';

/** A forbidden import per zone and kind, and the words of the message that say where the code belongs. */
const FORBIDDEN: [path: string, imported: string, says: string][] = [
  ['highlighter/planted.ts', 'react', 'highlighter/ is pure'],
  ['highlighter/planted.ts', 'zod', 'highlighter/ is pure'],
  ['highlighter/match/planted.ts', '../../messaging/messages', 'package of its own'],
  ['highlighter/match/planted.ts', '../../reader/settings', 'package of its own'],
  ['highlighter/planted.ts', '../glossary/compile', 'glossary/types only'],
  ['highlighter/planted.ts', 'virtual:glossary/forms', 'package of its own'],
  ['components/planted.tsx', '../messaging/browser', 'components/ are views'],
  ['components/card/planted.tsx', '../../reader/settings', 'components/ are views'],
  ['components/planted.tsx', 'zod', 'components/ are views'],
  ['components/planted.tsx', '../glossary/schema', 'glossary/types only'],
  ['glossary/planted.ts', '../highlighter/types', 'imports nothing of ours'],
  ['glossary/rules/planted.ts', 'react', 'imports nothing of ours'],
  ['reader/planted.ts', '../components/tokens', "reader's data"],
  ['reader/planted.ts', 'zod', 'zod/mini'],
  ['messaging/planted.ts', '../reader/settings', 'names and shapes'],
  ['messaging/planted.ts', 'zod', 'names and shapes'],
  ['entrypoints/content/planted.ts', 'react', 'paid on every page'],
  ['entrypoints/content/planted.ts', 'webextension-polyfill', 'paid on every page'],
  ['entrypoints/content/planted.ts', '../../messaging/browser', 'paid on every page'],
  ['entrypoints/content/planted.ts', '../card.content/host', 'never import each other'],
  ['entrypoints/content/planted.ts', 'virtual:glossary/entries', 'never entries'],
  ['entrypoints/guard.content/planted.ts', 'zod', 'paid on every page'],
  ['entrypoints/explain.content/planted.ts', 'react', 'paid on every page'],
  ['entrypoints/card.content/planted.tsx', '../../highlighter/index', 'injected into pages'],
  ['entrypoints/card.content/planted.tsx', '../content/frame', 'never import each other'],
  ['entrypoints/card.content/planted.tsx', 'virtual:glossary/entries', 'asks the background'],
  ['entrypoints/background/planted.ts', 'react', 'draws nothing'],
  ['entrypoints/background/planted.ts', '../popup/main', 'never import each other'],
  ['entrypoints/popup/planted.tsx', '../../highlighter/index', 'Pages show and ask'],
  ['entrypoints/options/planted.tsx', '../popup/main', 'never import each other'],
];

const ALLOWED: [path: string, imported: string][] = [
  ['highlighter/match/planted.ts', '../../glossary/types'],
  ['components/card/planted.tsx', 'react'],
  ['components/card/planted.tsx', '../../glossary/types'],
  ['glossary/planted.ts', 'zod'],
  ['reader/planted.ts', 'zod/mini'],
  ['reader/planted.ts', '../messaging/browser'],
  ['entrypoints/content/planted.ts', '../../highlighter/index'],
  ['entrypoints/content/planted.ts', 'virtual:glossary/forms'],
  ['entrypoints/card.content/planted.tsx', 'react-dom/client'],
  ['entrypoints/background/planted.ts', 'virtual:glossary/entries'],
  ['entrypoints/popup/planted.tsx', '../../glossary/search/create-search'],
];

describe('import zones', () => {
  const forbidden = lintAll(FORBIDDEN);
  const allowed = lintAll(ALLOWED);

  it.each(FORBIDDEN.map((row, i) => [...row, forbidden[i] as string]))(
    '%s may not import %s',
    (_path, _imported, says, said) => {
      expect(said).toContain(RED);
      expect(said).toContain(says);
    },
  );

  it.each(ALLOWED.map((row, i) => [...row, allowed[i] as string]))('%s may import %s', (_path, _imported, said) =>
    expect(said).toBe(''),
  );
});
