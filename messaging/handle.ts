import { browser } from './browser';
import type { MessageName, Messages, Params, Reply, Result } from './messages';

/** Who asked: the tab and frame of a page script, neither for a page of our own. */
export interface Sender {
  tab?: { id?: number; url?: string; incognito: boolean };
  frameId?: number;
}

export type Handlers = {
  [N in MessageName]: (params: Params<N>, sender: Sender) => Result<N> | Promise<Result<N>>;
};

/** The shape of `runtime.onMessage` that is needed here. */
interface MessageEvent {
  addListener(
    listener: (message: unknown, sender: Sender & { id?: string }, sendResponse: (reply: unknown) => void) => unknown,
  ): void;
}

/**
 * Answers the messages of our other processes, for the background. What a handler throws travels as data and is an
 * Error again at the caller. Messages that are not ours, or of a name that this version does not know, get no answer.
 */
export function handle(handlers: Handlers, onMessage: MessageEvent = browser.runtime.onMessage as MessageEvent): void {
  onMessage.addListener((message, sender, sendResponse) => {
    if (!isEnvelope(message) || !Object.hasOwn(handlers, message.aiGloss)) return;
    const name = message.aiGloss;
    void answer(handlers[name], message.params as never, sender).then(sendResponse);
    // A promise would do in Firefox alone: `true` keeps the channel open in both.
    return true;
  });
}

async function answer<N extends MessageName>(
  handler: Handlers[N],
  params: Params<N>,
  sender: Sender,
): Promise<Reply<N>> {
  try {
    return { ok: true, value: await handler(params, sender) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

const isEnvelope = (message: unknown): message is { aiGloss: keyof Messages; params: unknown } =>
  typeof message === 'object' && message !== null && 'aiGloss' in message && typeof message.aiGloss === 'string';
