/**
 * Stands in for WXT's ContentScriptContext in our content scripts. WXT's announces each start by a DOM
 * event and a window message that the page can hear, and its listener for them stays for the page's life.
 * Our scripts find each other on the isolated world's `globalThis` and stop by their own AbortSignal.
 */
export class ContentScriptContext {}
