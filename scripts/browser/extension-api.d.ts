import type { Browser } from 'webextension-polyfill';

declare global {
  /** Inside functions that are sent to the extension: both browsers call its API so, and both give promises. */
  const chrome: Browser;
}
