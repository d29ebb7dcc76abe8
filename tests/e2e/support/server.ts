import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { noteHosts } from './traffic';

export interface Fixture {
  body: string | Uint8Array;
  type?: string;
  headers?: Record<string, string>;
}

export interface FixtureServer {
  port: number;
  /** Address of a path, on a host name that means this machine (`x.localhost` does). */
  url(path: string, host?: string): string;
  /** From now on this path answers so. */
  put(path: string, fixture: Fixture | string): void;
  /** From now on files below this path come from a folder. */
  mount(path: string, folder: string): void;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Serves the pages of a test, each with the headers that it needs, on a free port of this machine. Throws without such an address. */
export async function startServer(address = '127.0.0.1'): Promise<FixtureServer> {
  const fixtures = new Map<string, Fixture>();
  const folders = new Map<string, string>();

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const fixture = fixtures.get(pathname);
    if (fixture) {
      if (typeof fixture.body === 'string') noteHosts(fixture.body);
      response.writeHead(200, { 'content-type': fixture.type ?? TYPES['.html'], ...fixture.headers });
      response.end(fixture.body);
      return;
    }
    const mounted = [...folders].find(([path]) => pathname.startsWith(path));
    const file = mounted && join(mounted[1], normalize(decodeURIComponent(pathname.slice(mounted[0].length))));
    if (file && existsSync(file) && statSync(file).isFile()) {
      if (extname(file) === '.html') noteHosts(readFileSync(file, 'utf8'));
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
      return;
    }
    // Browsers ask for one by themselves; a page without one shall not have an error for it.
    response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, address, resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    port,
    url: (path, host = address.includes(':') ? `[${address}]` : address) => `http://${host}:${port}${path}`,
    put: (path, fixture) => void fixtures.set(path, typeof fixture === 'string' ? { body: fixture } : fixture),
    mount: (path, folder) => void folders.set(path, folder),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page that is plainly about AI, with more of the caller's own below. */
export const article = (more = '', head = ''): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>How language models are made</title>${head}</head>
<body>
<h1>How language models are made</h1>
<p id="first">A large language model learns by next-token prediction: in pre-training it reads a great deal of text.</p>
<p id="second">Then instruction tuning and RLHF with a reward model make it follow requests, and LoRA adapts it.</p>
${more}
</body>
</html>`;
