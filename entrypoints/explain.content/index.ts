/**
 * Cards for the marks of one frame: the pointer's rest, taps, steps from mark to mark. Injected by the background
 * when the content script asks ('explain.load'), since most frames never need it; ends with the content script.
 *
 *   explain      DOM events → hover (pure machine) → effects
 *   card-client  effects → background (script, entry) → the card script's handle, focus and back
 *   next-mark, reveal   steps by keyboard and from lists
 *   page-text    where marks stand, for our tools
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startExplaining } from './explain';

export default defineContentScript({
  registration: 'runtime',
  matches: ['<all_urls>'],
  main() {
    const engine = globalThis.aiGlossEngine;
    if (engine && !engine.explainer) engine.explainer = startExplaining(engine);
  },
});
