/** Firefox's own protocol for tests: packets "LENGTH:[0, id, command, parameters]" over a socket. */
import { connect, type Socket } from 'node:net';

// biome-ignore lint/suspicious/noExplicitAny: the protocol has no types here
export type Answer = any;

/** Whoever gets no answer for so long never will; better to say so than to hang. */
const PATIENCE_MS = 90_000;

export interface Marionette {
  send(command: string, parameters?: object): Promise<Answer>;
  close(): void;
}

/** Connects once the browser listens; `hasEnded` says that it never will. */
export async function connectMarionette(port: number, hasEnded: () => boolean): Promise<Marionette> {
  const latest = performance.now() + 30_000;
  for (;;) {
    const socket = await attempt(port);
    if (socket) return talk(socket);
    if (hasEnded()) throw new Error('Firefox ended while it started');
    if (performance.now() > latest) throw new Error('Firefox did not answer within 30 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function attempt(port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

async function talk(socket: Socket): Promise<Marionette> {
  interface Call {
    command: string;
    timer: NodeJS.Timeout;
    resolve(answer: Answer): void;
    reject(error: Error): void;
  }
  const waiting = new Map<number, Call>();
  let lastId = 0;
  let bytes: Buffer = Buffer.alloc(0);
  let greet = () => {};
  const greeted = new Promise<void>((resolve) => {
    greet = resolve;
  });

  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const colon = bytes.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(bytes.subarray(0, colon));
      if (bytes.length < end) return;
      const packet = JSON.parse(bytes.subarray(colon + 1, end).toString());
      bytes = bytes.subarray(end);
      if (!Array.isArray(packet)) {
        greet();
        continue;
      }
      const [, id, error, result] = packet;
      const call = waiting.get(id);
      waiting.delete(id);
      clearTimeout(call?.timer);
      if (error) call?.reject(new Error(`${call.command}: ${error.error}: ${error.message}`));
      else call?.resolve(result?.value !== undefined ? result.value : result);
    }
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    for (const { command, timer, reject } of waiting.values()) {
      clearTimeout(timer);
      reject(new Error(`${command}: the browser has gone`));
    }
    waiting.clear();
  });
  await greeted;
  return {
    send: (command, parameters = {}) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error(`${command}: the browser has gone`));
        const id = ++lastId;
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(
            new Error(`${command}: no answer within ${PATIENCE_MS} ms ${JSON.stringify(parameters).slice(0, 200)}`),
          );
        }, PATIENCE_MS);
        waiting.set(id, { command, timer, resolve, reject });
        const packet = JSON.stringify([0, id, command, parameters]);
        socket.write(`${Buffer.byteLength(packet)}:${packet}`);
      }),
    close: () => socket.destroy(),
  };
}
