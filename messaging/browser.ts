/** The one import of the extension API for pages and background. Content scripts use `chrome` itself: the polyfill costs 10 kB. */
export { default as browser } from 'webextension-polyfill';
