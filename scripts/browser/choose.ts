import { existsSync } from 'node:fs';
import type { BrowserName } from './find.ts';
import { installedBrowsers } from './find.ts';

/** The browser for a command that was told none: what is named or installed, Chromium first. */
export function chooseBrowser(env: NodeJS.ProcessEnv = process.env): BrowserName {
  if (env.AI_GLOSS_CHROMIUM || installedBrowsers('chromium').some(existsSync)) return 'chromium';
  return env.AI_GLOSS_FIREFOX || installedBrowsers('firefox').some(existsSync) ? 'firefox' : 'chromium';
}
