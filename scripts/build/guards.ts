import type { Plugin } from 'vite';
import { chunkFaults } from './chunk-faults.ts';

/**
 * Fails a production build whose injected scripts hold a library that they may not hold, or a way to send
 * anything. All faults are listed at once.
 */
export function buildGuards(): Plugin {
  let production = false;
  return {
    name: 'ai-gloss:guards',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      production = config.mode === 'production';
    },
    generateBundle(_options, bundle) {
      // React's development build names addresses that the shipped one does not.
      if (!production) return;
      const faults = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk'
          ? chunkFaults({ fileName: file.fileName, code: file.code, modules: Object.keys(file.modules) })
          : [],
      );
      if (faults.length) this.error(`build guard:\n- ${faults.join('\n- ')}`);
    },
  };
}
