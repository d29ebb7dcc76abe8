import { expect, it } from 'vitest';
import { buildPlanted, plantIn } from './planted-build';

// Not the guard's function alone, but the build as it is set up, from our sources to the end.
it.each(['guard', 'content', 'explain', 'card'])(
  'the build refuses a request that is planted in the %s script',
  async (name) => {
    const module = `entrypoints/${name === 'content' ? '' : `${name}.`}content/index.ts`;
    // WXT runs an entrypoint in Node too, to read its options.
    const planted = plantIn(module, 'if (!globalThis.process) void fetch("/x");');
    await expect(buildPlanted(planted, 'chromium', [name])).rejects.toThrow(
      `content-scripts/${name}.js uses fetch(): scripts in pages send nothing`,
    );
  },
  60_000,
);
