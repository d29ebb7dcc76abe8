/**
 * The card of one frame: injected by the background when a pointer first rests on a term, driven by the content
 * script through `globalThis.aiGlossCard` (messaging/card-handle.ts), and gone from the page whenever it is closed.
 *
 *   create-card   handle: open, close, focus; draws and places
 *   ├ CardFrame   React: surface → components/card/EntryReader
 *   ├ host        the one element in the page, its closed shadow root, the top layer
 *   ├ place       term's lines, card's size, viewport → where
 *   └ claim       which events are the card's, so that the page does not hear them (asked by messaging/guard)
 *     └ focus-loan
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageExtension } from '../../messaging/page-extension';
import { createCard } from './create-card';

export default defineContentScript({
  registration: 'runtime',
  matches: ['<all_urls>'],
  main() {
    const version = pageExtension()?.runtime.getManifest().version;
    // Injected twice, or into a frame where the extension has gone meanwhile.
    if (!version || globalThis.aiGlossCard?.version === version) return;
    globalThis.aiGlossCard?.stop();
    globalThis.aiGlossCard = createCard(version);
  },
});
