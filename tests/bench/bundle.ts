import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bundles one file of `variants/` to a minified script that runs it once and evaluates to
 * `{ result, wallMs }`. `constants` replace the names that the variant declares.
 */
export async function bundleVariant(file: string, constants: Record<string, unknown> = {}): Promise<string> {
  const entry = fileURLToPath(new URL(`./variants/${file}`, import.meta.url));
  const outcome = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    build: {
      write: false,
      minify: true,
      target: 'chrome128',
      lib: { entry, formats: ['iife'], name: 'variant', fileName: 'variant' },
    },
  });
  const [first] = (Array.isArray(outcome) ? outcome : [outcome]) as { output: { code: string }[] }[];
  return `(()=>{${first!.output[0]!.code};const t=performance.now(),result=variant.run();return{result,wallMs:performance.now()-t}})()`;
}
