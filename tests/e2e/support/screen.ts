/** A screen for browsers with windows, where the machine has none: Xvfb, and as much of X11 as closes a window. */
import { spawn, spawnSync } from 'node:child_process';
import { connect } from 'node:net';

export interface Screen {
  /** Value for DISPLAY. */
  display: string;
  /** Asks every window to close, as its close button does; gives how many there were. */
  closeWindows(): Promise<number>;
  end(): void;
}

/** Starts a screen, or gives null where Xvfb is neither there nor to be had (it is installed where we are root). */
export async function startScreen(): Promise<Screen | null> {
  if (process.platform !== 'linux') return null;
  const has = () => spawnSync('Xvfb', ['-help']).error === undefined;
  if (!has()) {
    if (process.getuid?.() !== 0) return null;
    spawnSync('apt-get', ['update', '-qq']);
    spawnSync('apt-get', ['install', '-y', '-qq', 'xvfb']);
    if (!has()) return null;
  }
  const args = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]!.once('data', (data: Buffer) => resolve(String(data).trim()));
    server.once('exit', () => reject(new Error('Xvfb ended')));
  });
  return {
    display: `:${number}`,
    closeWindows: () => closeWindows(`/tmp/.X11-unix/X${number}`),
    end: () => void server.kill(),
  };
}

const DELETE_WINDOW = 'WM_DELETE_WINDOW';
const PROTOCOLS = 'WM_PROTOCOLS';

/** Speaks X11 to the server: a request has its length in units of 4 bytes, a reply 32 bytes and more. */
async function closeWindows(path: string): Promise<number> {
  const socket = connect(path);
  let bytes = Buffer.alloc(0) as Buffer;
  let wake = () => {};
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    wake();
  });
  const take = async (length: number): Promise<Buffer> => {
    while (bytes.length < length) await new Promise<void>((resolve) => (wake = resolve));
    const taken = bytes.subarray(0, length);
    bytes = bytes.subarray(length);
    return taken;
  };
  const request = (opcode: number, flag: number, ...words: number[]) => {
    const packet = Buffer.alloc(4 + 4 * words.length);
    packet.writeUInt8(opcode, 0);
    packet.writeUInt8(flag, 1);
    packet.writeUInt16LE(words.length + 1, 2);
    for (const [i, word] of words.entries()) packet.writeUInt32LE(word, 4 + 4 * i);
    socket.write(packet);
  };
  const reply = async () => {
    const head = await take(32);
    if (head[0] !== 1) throw new Error(`X11 error ${head[1]}`);
    return Buffer.concat([head, await take(4 * head.readUInt32LE(4))]);
  };
  const atom = async (name: string) => {
    const padded = Buffer.alloc(Math.ceil(name.length / 4) * 4);
    padded.write(name);
    const words = Array.from({ length: padded.length / 4 }, (_, i) => padded.readUInt32LE(4 * i));
    request(16, 0, name.length, ...words);
    return (await reply()).readUInt32LE(8);
  };
  const children = async (window: number) => {
    request(15, 0, window);
    const answer = await reply();
    return Array.from({ length: answer.readUInt16LE(16) }, (_, i) => answer.readUInt32LE(32 + 4 * i));
  };

  socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  const head = await take(8);
  const setup = await take(4 * head.readUInt16LE(6));
  const vendor = Math.ceil(setup.readUInt16LE(16) / 4) * 4;
  const root = setup.readUInt32LE(32 + vendor + 8 * setup[21]!);
  const [protocols, deletion] = [await atom(PROTOCOLS), await atom(DELETE_WINDOW)];
  let closed = 0;
  for (const window of await children(root)) {
    request(20, 0, window, protocols, 0, 0, 16);
    const value = (await reply()).subarray(32);
    const known = Array.from({ length: value.length >> 2 }, (_, i) => value.readUInt32LE(4 * i));
    if (!known.includes(deletion)) continue;
    // A ClientMessage (33) of 32-bit data, sent to the window itself.
    request(25, 0, window, 0, 33 | (32 << 8), window, protocols, deletion, 0, 0, 0, 0);
    closed++;
  }
  socket.end();
  return closed;
}
