/** Stands in for the host that Playwright downloads from, which a test must not need. */
import { Worker } from 'node:worker_threads';
import { crc32 } from 'node:zlib';

export interface DownloadHost {
  origin: string;
  /** Paths that were asked for. */
  asked(): Promise<string[]>;
  close(): Promise<unknown>;
}

/** In a thread of its own, since whoever installs waits for the end of it without looking up. */
const SERVER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const asked = [];
  const server = require('node:http').createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(workerData ? 200 : 404, { 'content-length': workerData?.length ?? 0 }).end(workerData ?? undefined);
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
  parentPort.on('message', () => parentPort.postMessage(asked));
`;

/** Answers every request with a zip of these files (name → text, each executable), or null: with 404. */
export async function startDownloadHost(files: Record<string, string> | null): Promise<DownloadHost> {
  const worker = new Worker(SERVER, { eval: true, workerData: files && zip(files) });
  const next = <T>() => new Promise<T>((resolve) => worker.once('message', resolve));
  const port = await next<number>();
  return {
    origin: `http://127.0.0.1:${port}`,
    asked() {
      worker.postMessage('asked');
      return next<string[]>();
    },
    close: () => worker.terminate(),
  };
}

/** A zip of files as they are (method 0): each with its header, then the list of them, then the list's place. */
function zip(files: Record<string, string>): Uint8Array {
  const heads: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    const entry = Buffer.alloc(14);
    // An executable file, as Unix writes it.
    entry.writeUInt32LE(0o100755 * 0x10000, 6);
    entry.writeUInt32LE(offset, 10);
    // Made on Unix, so that the mode counts.
    list.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, entry, Buffer.from(name)]));
    heads.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length, 4);
  end.writeUInt16LE(list.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...heads, directory, Buffer.from('PK\x05\x06'), end]);
}
