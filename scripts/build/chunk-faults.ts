/** What each kind of injected script may hold. Read by the build guards; pure, so that a test can plant every fault. */

export interface BuiltChunk {
  /** Path below the output folder, e.g. `content-scripts/content.js`. */
  fileName: string;
  code: string;
  /** Ids of the modules that the chunk holds. */
  modules: readonly string[];
}

const library = (name: string) => new RegExp(`/node_modules/${name}/`);
const REACT = [library('react'), library('react-dom'), library('scheduler')];
// Temml sets formulas when the glossary is compiled; 480 kB.
const NEVER_IN_A_PAGE = ['zod', 'webextension-polyfill', 'temml'].map(library);

/** Scripts that run in every frame: each byte is paid on every page. */
const ALWAYS_ON = /^content-scripts\/(content|guard|sense|explain)\.js$/;
const IN_PAGES = /^content-scripts\//;

/** The extension's CSP does not bind scripts in pages, so nothing in them may be able to send. */
const EGRESS: readonly [name: string, pattern: RegExp][] = [
  ['fetch()', /\bfetch\s*\(/],
  ['XMLHttpRequest', /\bXMLHttpRequest\b/],
  ['WebSocket', /\bWebSocket\b/],
  ['WebTransport', /\bWebTransport\b/],
  ['EventSource', /\bEventSource\b/],
  ['sendBeacon', /\bsendBeacon\b/],
  ['RTCPeerConnection', /\bRTCPeerConnection\b/],
  ['importScripts', /\bimportScripts\b/],
];
/** Names of vocabularies, and React's text for errors: addresses that are never asked for. */
const HARMLESS_ADDRESS = /^https?:\/\/(www\.w3\.org\/|react\.dev\/(errors|link)\/)/;

/** Every fault of one built chunk, each naming the file, what was found and the next step; [] when it is sound. */
export function chunkFaults({ fileName, code, modules }: BuiltChunk): string[] {
  if (!IN_PAGES.test(fileName)) return [];
  const faults: string[] = [];
  const forbidden = ALWAYS_ON.test(fileName) ? [...REACT, ...NEVER_IN_A_PAGE, /\/components\//] : NEVER_IN_A_PAGE;
  for (const id of modules) {
    if (forbidden.some((pattern) => pattern.test(id)))
      faults.push(
        `${fileName} holds ${id}: it is paid on every page. Import it in card.content, a page or the background.`,
      );
  }
  for (const [name, pattern] of EGRESS) {
    if (pattern.test(code))
      faults.push(`${fileName} uses ${name}: scripts in pages send nothing. Ask the background by a message.`);
  }
  for (const [address] of code.matchAll(/https?:\/\/[^\s"'`<>\\)]+/g)) {
    if (!HARMLESS_ADDRESS.test(address))
      faults.push(
        `${fileName} holds the remote address ${address}: keep addresses in entries, or allow it in scripts/build/chunk-faults.ts.`,
      );
  }
  return faults;
}
