import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BenchPage } from './pages.ts';

export interface BenchServer {
  /** Address of the page; a different `host` (one word) makes the browser use a new process, where nothing is warm. */
  url(page: BenchPage, host: string): string;
  close(): void;
}

/** Serves the pages on a free port of this machine. */
export async function serve(pages: readonly BenchPage[]): Promise<BenchServer> {
  const server = createServer(({ url = '/' }, response) => {
    const page = pages[Number(url.slice(1))];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page?.html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (page, host) => `http://${host}.localhost:${port}/${pages.indexOf(page)}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
