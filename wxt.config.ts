import { defineConfig } from 'wxt';
import { glossary, writeGlossaryFiles } from './glossary/vite-plugin.ts';
import { buildGuards } from './scripts/build/guards.ts';
import { LEAST_BROWSERS } from './scripts/build/least-browsers.ts';
import { silentEntry } from './scripts/build/silent-entry.ts';

// The extension's own pages and worker may read the extension's own files and nothing else.
const EXTENSION_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, command }) => ({
    name: 'AI Gloss',
    description: 'Explains AI terms where you meet them. Works offline; nothing leaves your machine.',
    permissions: ['storage', 'scripting'],
    host_permissions: ['<all_urls>'],
    action: { default_title: 'AI Gloss' },
    commands: {
      'next-term': { suggested_key: { default: 'Alt+Shift+J' }, description: 'Go to the next explained term' },
      'previous-term': { suggested_key: { default: 'Alt+Shift+K' }, description: 'Go to the previous explained term' },
    },
    // `wxt dev` serves pages from a local server, which this policy would shut out.
    ...(command === 'build' ? { content_security_policy: { extension_pages: EXTENSION_CSP } } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'ai-gloss@ai-gloss.org',
              strict_min_version: LEAST_BROWSERS.firefox,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: LEAST_BROWSERS.chromium }),
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => writeGlossaryFiles(files),
  },
  vite: () => ({
    // silentEntry: docs/decisions/0003-silent-content-scripts.md
    plugins: [silentEntry(), glossary(), buildGuards()],
  }),
});
