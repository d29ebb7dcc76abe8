import { existsSync, readFileSync } from 'node:fs';
import type { BrowserRequest } from '../driver.ts';
import type { Answer } from './cdp.ts';

/** What the log writes in the place of an origin where there is none. */
const NOBODY = 'not an origin';

/**
 * Every request over the network in the log that Chromium has written of itself (--log-net-log). A page, a worker or an
 * extension cannot ask without its origin, which the browser itself adds: content scripts ask by their page's. What
 * has none is an address typed (`isPage`), or the browser's own affair. Throws where the log is missing or says nothing.
 */
export function readNetLog(file: string): BrowserRequest[] {
  if (!existsSync(file)) throw new Error(`Chromium has written no record of the network to ${file}`);
  // One event a line. The last is not whole when Chromium was killed, and neither is the list around them.
  const [constants = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const types = JSON.parse(`${constants.replace(/,\s*$/, '')}}`).constants.logEventTypes;
  const requests: BrowserRequest[] = [];
  for (const line of lines) {
    const event = parse(line.replace(/[\],\s]*$/, ''));
    if (event?.type !== types.URL_REQUEST_START_JOB || !event.params?.url) continue;
    const { url, initiator, request_type: kind } = event.params;
    if (!/^(https?|wss?):/.test(url)) continue;
    requests.push({ url, by: initiator === NOBODY ? null : initiator, isPage: kind === 'main frame' });
  }
  return requests;
}

function parse(line: string): Answer {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
