/** The extension API as scripts inside pages use it: the global itself, since the polyfill costs 10 kB. */
import type { Envelope, MessageName, Params, Reply, Result } from './messages';

type Change = { newValue?: unknown };
type Listener = (changes: Record<string, Change>, area: string) => void;

export interface PageExtension {
  runtime: { id?: string; sendMessage(message: unknown): Promise<unknown>; getManifest(): { version: string } };
  storage: {
    local: { get(key: string): Promise<Record<string, unknown>> };
    onChanged: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
  };
  extension?: { inIncognitoContext?: boolean };
}

/** The API, or null in a script whose extension was updated, switched off or removed. */
export function pageExtension(): PageExtension | null {
  const { browser, chrome } = globalThis as { browser?: PageExtension; chrome?: PageExtension };
  const api = browser?.runtime ? browser : chrome;
  return api?.runtime?.id ? api : null;
}

/** Asks the background. Throws what went wrong there, or when the extension is gone. */
export async function ask<N extends MessageName>(name: N, params: Params<N>): Promise<Result<N>> {
  const api = pageExtension();
  if (!api) throw new Error('AI Gloss was updated or removed: reload the page');
  const message: Envelope<N> = { aiGloss: name, params };
  const reply = (await api.runtime.sendMessage(message)) as Reply<N> | undefined;
  if (!reply) throw new Error(`No answer to ${name}`);
  if (!reply.ok) throw new Error(`${name}: ${reply.error}`);
  return reply.value;
}
