import { fileURLToPath } from 'node:url';
import { createGlossaryPlugin } from './create-plugin.ts';

const folder = process.env.AI_GLOSS_TERMS ?? fileURLToPath(new URL('./terms', import.meta.url));
// Unit tests of other parts must not fail for a half-written entry: tests/glossary/glossary.test.ts does.
const allowFaults = process.env.AI_GLOSS_ALLOW_FAULTS === '1' || process.env.VITEST !== undefined;

/** The repository's own glossary, for wxt.config.ts and vitest.config.ts. */
export const { glossary, writeGlossaryFiles } = createGlossaryPlugin(folder, allowFaults);
