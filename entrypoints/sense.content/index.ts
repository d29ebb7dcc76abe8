/**
 * Tells AI words from everyday ones in one frame. Injected by the background when the content script asks
 * ('sense.load'): most pages have no AI term at all, and then no risky word of them can be meant as one.
 */
import { cues } from 'virtual:glossary/cues';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createSense } from '../../highlighter/sense/create-sense';

export default defineContentScript({
  registration: 'runtime',
  matches: ['<all_urls>'],
  main() {
    const engine = globalThis.aiGlossEngine;
    if (engine) engine.createSense ??= (table, context) => createSense(table, cues, context);
  },
});
