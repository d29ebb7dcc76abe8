import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

export interface PageAddresses {
  /** The http(s) address of a page; a file is served from its own folder. Throws a Refusal that names it. */
  resolve(page: string): Promise<string>;
  close(): Promise<void>;
}

/** Turns what a user types for a page (address or file) into addresses that a browser opens. */
export function createPageAddresses({ cwd = process.env.INIT_CWD ?? process.cwd(), port = 0 } = {}): PageAddresses {
  const servers = new Map<string, Promise<FolderServer>>();

  async function serve(file: string): Promise<string> {
    const folder = dirname(file);
    const server = servers.get(folder) ?? serveFolder(folder, port);
    servers.set(folder, server);
    return `${(await server).origin}/${encodeURIComponent(basename(file))}`;
  }

  return {
    async resolve(page) {
      if (/^https?:/i.test(page)) {
        if (URL.canParse(page) && new URL(page).hostname) return new URL(page).href;
        throw new Refusal(`${page} is not an address that a browser can open: write it as https://example.com/page.`);
      }
      if (/^[a-z][a-z0-9+.-]+:/i.test(page) && !/^file:|^[a-z]:[\\/]/i.test(page)) {
        throw new Refusal(
          `${page} is neither an http or https address nor a file: AI Gloss reads pages of those alone.`,
        );
      }
      return serve(existingFile(page, cwd));
    },
    async close() {
      await Promise.all([...servers.values()].map(async (server) => (await server).close()));
    },
  };
}

function existingFile(page: string, cwd: string): string {
  const path = /^file:/i.test(page) ? pathOfUrl(page) : resolve(cwd, page);
  if (!existsSync(path)) {
    const isHostLike = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(page) && !/^[^/]+\.(x?html?|txt|md|pdf)$/i.test(page);
    const hint = isHostLike ? ` For an address, write https://${page}.` : '';
    throw new Refusal(`There is no file ${page}.${hint}`);
  }
  if (!statSync(path).isDirectory()) return path;
  const index = join(path, 'index.html');
  if (existsSync(index)) return index;
  throw new Refusal(`${page} is a folder without an index.html: name a file in it.`);
}

function pathOfUrl(page: string): string {
  try {
    return fileURLToPath(page);
  } catch (error) {
    throw new Refusal(`${page} does not name a file (${(error as Error).message}).`);
  }
}
