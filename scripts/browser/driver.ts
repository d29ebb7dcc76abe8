/**
 * What our commands and end-to-end tests do with a browser: one interface for Chromium (chromium/, its debugging
 * protocol) and Firefox (firefox/, Marionette), so that a journey is written once. Functions passed to `evaluate`
 * travel as source text: they see their arguments (JSON) and the place where they run, nothing else.
 */
import type { BrowserName } from './find.ts';

export interface LaunchOptions {
  /** Folder of the built extension; without it the browser has none. */
  extension?: string;
  /** Path of the browser's program. */
  path: string;
  headless: boolean;
  /** Firefox: the extension outlives a restart (not possible in Firefox's release channel). Chromium: always so. */
  isKept?: boolean;
  /** The extension may run in private windows too. */
  isAllowedPrivately?: boolean;
  /** Every request goes to this proxy on 127.0.0.1, those to loopback addresses too. */
  proxyPort?: number;
  /** Window size in CSS px. */
  width?: number;
  height?: number;
  /** Called with every request of the whole browser each time it has ended in good order. */
  onRequests?(requests: BrowserRequest[]): void;
}

/** One request that the browser has made for whomever, as its own network code knows it. */
export interface BrowserRequest {
  url: string;
  /** Who asked: the origin of a page, worker or extension; null where no such has asked for it. */
  by: string | null;
  /** A document in a tab. Where `by` is null, an address that was typed, or opened by a driver. */
  isPage: boolean;
}

export interface Driver {
  readonly name: BrowserName;
  readonly version: string;
  /** `chrome-extension://…` or `moz-extension://…`; '' without an extension. */
  readonly origin: string;
  /** Folder of the profile. */
  readonly profile: string;
  /** Opens a tab in front and waits for its load event. */
  open(url: string): Promise<Page>;
  /** Opens a private window in front. */
  openPrivate(url: string): Promise<Page>;
  /** Opens a page of the extension (`popup.html`) as a tab. */
  openExtensionPage(path: string): Promise<Page>;
  /** Opens the real toolbar popup over the tab in front. */
  openPopup(): Promise<Page>;
  /** The tabs and windows that are open, without the popup. */
  pages(): Promise<Page[]>;
  /** Runs a function where the whole extension API is: the worker in Chromium, a page of the extension in Firefox. */
  evaluate<A extends unknown[], R>(task: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Runs a function in the background itself, which must be awake. */
  evaluateInBackground<A extends unknown[], R>(task: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Ends the background as the browser would do to an idle one. */
  killWorker(): Promise<void>;
  /** Runs a keyboard command of the manifest. */
  runCommand(name: string): Promise<void>;
  /** Closes the browser in good order and starts it again on the same profile. */
  restart(): Promise<void>;
  /** Sets what the extension may read, as the reader may in the browser's own pages: all sites, those of hosts, or none. */
  setAccess(access: 'all' | { hosts: string[] }): Promise<void>;
  /** Loads the extension's folder anew, as an update does. */
  updateExtension(): Promise<void>;
  /** Settles when the browser has ended by itself or by its reader. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export interface Frame {
  readonly url: string;
  /** In the page's own world. */
  evaluate<A extends unknown[], R>(task: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** In the isolated world of our content scripts. Throws where none of ours is. */
  evaluateInExtension<A extends unknown[], R>(task: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Is a script of ours, or an isolated world of ours, in this frame? */
  hasExtension(): Promise<boolean>;
}

export type Key =
  | 'Escape'
  | 'Enter'
  | 'Tab'
  | 'Backspace'
  | 'Delete'
  | 'Home'
  | 'End'
  | 'PageDown'
  | 'PageUp'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'Space';

/** One node of the accessibility tree, closed shadow roots included; roles as ARIA names them. */
export interface AccessibleNode {
  role: string;
  name: string;
  focused: boolean;
  expanded: boolean | null;
  depth: number;
}

export interface Page extends Frame {
  /** The page itself and every frame in it, in document order. */
  frames(): Promise<Frame[]>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Brings its tab to the front. */
  show(): Promise<void>;
  close(): Promise<void>;
  /** Real mouse input, viewport px. `steps` and `ms` make a movement of it. */
  move(x: number, y: number, movement?: { steps: number; ms: number }): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
  click(x: number, y: number): Promise<void>;
  tap(x: number, y: number): Promise<void>;
  wheel(x: number, y: number, deltaY: number): Promise<void>;
  /** A key, with modifiers held: `press('Tab', ['Shift'])`. One character is a key too. */
  press(key: Key | string, modifiers?: ('Shift' | 'Control' | 'Alt' | 'Meta')[]): Promise<void>;
  type(text: string): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  /** What media queries see. */
  setMedia(media: {
    scheme?: 'light' | 'dark';
    reducedMotion?: boolean;
    print?: boolean;
    forcedColors?: boolean;
  }): Promise<void>;
  /** PNG of what is in view. */
  screenshot(): Promise<Buffer>;
  accessibility(): Promise<AccessibleNode[]>;
  /** Errors that the page has shown in its console since it was opened: uncaught ones, console.error, CSP reports. */
  errors(): Promise<string[]>;
}
