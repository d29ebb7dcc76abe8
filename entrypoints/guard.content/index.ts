/**
 * Registered at document_start in every frame, so that its listeners stand before those of the page: they keep what
 * happens in an open card from the page (messaging/guard.ts; docs/decisions on the guard say why and how far).
 * Stopped by the content script when the site is off.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startGuard } from '../../messaging/guard';

export default defineContentScript({
  registration: 'runtime',
  matches: ['<all_urls>'],
  runAt: 'document_start',
  main() {
    startGuard();
  },
});
