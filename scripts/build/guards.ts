import type { Plugin } from 'vite';

/** Fails the build when a chunk holds what it must not: see docs/decisions (filled in by the guards issue). */
export function buildGuards(): Plugin {
  return { name: 'ai-gloss:guards' };
}
