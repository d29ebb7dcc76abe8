import { defineConfig } from 'vitest/config';
import { glossary } from './glossary/vite-plugin.ts';

export default defineConfig({
  plugins: [glossary()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    environment: 'node',
    restoreMocks: true,
  },
});
