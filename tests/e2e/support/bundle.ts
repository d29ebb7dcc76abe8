import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, compileModule } from 'svelte/compiler';
import { build, type Plugin } from 'vite';
import { ROOT } from './launch';

/** Compiles what Svelte writes: components, and modules that use its runes. */
const svelte: Plugin = {
  name: 'svelte',
  transform: {
    filter: { id: /\.svelte(\.js)?$/ },
    handler(code, filename) {
      const options = { filename, generate: 'client', dev: true } as const;
      const { js } = filename.endsWith('.js') ? compileModule(code, options) : compile(code, options);
      return { code: js.code, map: null };
    },
  },
};

/** A page's script from tests/e2e/fixtures, with its framework in the development build: that one complains. */
export async function bundle(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    root: ROOT,
    plugins: [svelte],
    resolve: { conditions: ['browser', 'development', 'import', 'module', 'default'] },
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(ROOT, 'tests/e2e/fixtures', name), formats: ['iife'], name: 'fixture', fileName: 'fixture' },
    },
  });
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}

export const readFixture = (name: string): string => readFileSync(join(ROOT, 'tests/e2e/fixtures', name), 'utf8');
