import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recorder {
  port: number;
  /** `GET http://host/path` or `CONNECT host:port`, in order. */
  requests: string[];
  close(): Promise<void>;
}

/** A proxy that all of a browser's traffic goes through: writes each request down, and lets those to this machine pass. */
export async function startRecorder(): Promise<Recorder> {
  const requests: string[] = [];
  const server = createServer((incoming, outgoing) => {
    requests.push(`${incoming.method} ${incoming.url}`);
    const url = URL.canParse(incoming.url ?? '') ? new URL(incoming.url!) : null;
    if (url?.hostname !== '127.0.0.1') {
      outgoing.writeHead(502).end();
      return;
    }
    const passed = send(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(passed);
  });
  server.on('connect', (incoming, socket) => {
    requests.push(`CONNECT ${incoming.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
