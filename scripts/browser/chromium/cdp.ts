/** Chromium's debugging protocol over the pipe of --remote-debugging-pipe: messages of JSON, each ended by NUL. */
import type { Readable, Writable } from 'node:stream';

// The protocol's answers are read field by field where they are used.
// biome-ignore lint/suspicious/noExplicitAny: the protocol has no types here
export type Answer = any;

export interface CdpSession {
  readonly id: string | undefined;
  send(method: string, params?: object): Promise<Answer>;
  on(event: string, listener: (params: Answer) => void): void;
  /** The session of a target that this one reported as attached. */
  child(sessionId: string): CdpSession;
}

/** Whoever gets no answer for so long never will; better to say so than to hang. */
const PATIENCE_MS = 60_000;

export interface CdpConnection extends CdpSession {
  /** Settles when the browser has closed the pipe. */
  closed: Promise<void>;
}

export function connectCdp(input: Writable, output: Readable): CdpConnection {
  interface Call {
    method: string;
    sessionId: string | undefined;
    timer: NodeJS.Timeout;
    resolve(answer: Answer): void;
    reject(error: Error): void;
  }
  const waiting = new Map<number, Call>();
  const sessions = new Map<string, Map<string, ((params: Answer) => void)[]>>();
  let lastId = 0;
  let parts: string[] = [];

  const closed = new Promise<void>((resolve) => {
    output.once('close', resolve);
    output.once('error', () => resolve());
  });
  const giveUp = (isConcerned: (call: Call) => boolean) => {
    for (const [id, call] of waiting) {
      if (!isConcerned(call)) continue;
      waiting.delete(id);
      clearTimeout(call.timer);
      call.reject(new Error(`${call.method}: its target has gone`));
    }
  };
  void closed.then(() => giveUp(() => true));
  input.on('error', () => {});
  output.setEncoding('utf8');
  output.on('data', (chunk: string) => {
    for (let from = 0; ; ) {
      const end = chunk.indexOf('\0', from);
      if (end < 0) {
        parts.push(chunk.slice(from));
        return;
      }
      parts.push(chunk.slice(from, end));
      receive(JSON.parse(parts.join('')));
      parts = [];
      from = end + 1;
    }
  });

  function receive({ id, sessionId = '', method, params, result, error }: Answer) {
    if (id === undefined) {
      // Whoever still waits for an answer of that session would wait for ever.
      if (method === 'Target.detachedFromTarget') giveUp((call) => call.sessionId === params.sessionId);
      for (const listener of sessions.get(sessionId)?.get(method) ?? []) listener(params);
      return;
    }
    const call = waiting.get(id);
    waiting.delete(id);
    clearTimeout(call?.timer);
    if (error) call?.reject(new Error(`${call.method}: ${error.message}`));
    else call?.resolve(result);
  }

  const session = (sessionId: string | undefined): CdpSession => ({
    id: sessionId,
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        if (output.destroyed) return reject(new Error(`${method}: the browser has gone`));
        const id = ++lastId;
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`${method}: no answer within ${PATIENCE_MS} ms ${JSON.stringify(params).slice(0, 200)}`));
        }, PATIENCE_MS);
        waiting.set(id, { method, sessionId, timer, resolve, reject });
        input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      }),
    on(event, listener) {
      const events = sessions.get(sessionId ?? '') ?? new Map();
      sessions.set(sessionId ?? '', events);
      events.set(event, [...(events.get(event) ?? []), listener]);
    },
    child: (childId) => session(childId),
  });
  return { ...session(undefined), closed };
}
