/**
 * The always-on content script of one frame. Paid for on every page: no React, no zod, no polyfill.
 *
 *   part            started by                            stopped by
 *   frame           this file, once per frame             off for the top page's site · extension gone · a fault
 *   ├ decide        settings read or changed
 *   ├ await-text    frames that hold no text yet          first text
 *   ├ highlighter   the frame in sight, and on            the frame's signal
 *   └ load-explainer   the highlighter                    its script is there (entrypoints/explain.content)
 *   page handle     globalThis.aiGloss, for our other processes; gone with the frame
 *
 * A page that is off has nothing of ours: no listener, no timer, no handle.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startFrame } from './frame';

export default defineContentScript({
  registration: 'runtime',
  matches: ['<all_urls>'],
  main: startFrame,
});
