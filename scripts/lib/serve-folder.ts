import { createReadStream, existsSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { Refusal } from './refusal.ts';

export interface FolderServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};

/**
 * Serves the files of a folder to this machine alone, since extensions may not read `file:` pages unless asked.
 * Port 0 takes a free one. Throws a Refusal when the port is taken.
 */
export async function serveFolder(folder: string, port = 0): Promise<FolderServer> {
  const root = realpathSync(folder);
  const server = createServer((request, response) => {
    const file = fileAt(root, request.url ?? '/');
    if (!file) {
      // Browsers ask for an icon by themselves; a page without one shall not have an error for it.
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(
        isTaken ? new Refusal(`Port ${port} is taken (${error.code}): choose another, or leave --port out.`) : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The file that an address names, or null where there is none below the folder. */
function fileAt(root: string, address: string): string | null {
  try {
    const { pathname } = new URL(address, 'http://localhost');
    const file = realpathSync(join(root, decodeURIComponent(pathname)));
    return file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}
