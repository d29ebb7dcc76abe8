import { type ShardData, shardOf, shardPath } from './shards.ts';
import type { Entry, SearchDoc } from './types.ts';

/** The part of the extension API that finds our own files: `browser` in Firefox, `chrome` in Chromium. */
interface OwnFiles {
  runtime: { getURL(path: string): string };
}

/**
 * Reads entries out of the extension's own JSON files, one shard at a time, kept in memory.
 * The function gives null for an id that the glossary does not have, and throws when a file of the
 * extension is missing or broken, with the file's name and what to do.
 */
export function createEntryLoader(count: number): (id: string) => Promise<Entry | null> {
  const shards = new Map<number, Promise<ShardData>>();
  const shardFor = (shard: number) => {
    let data = shards.get(shard);
    if (!data) {
      data = readOwnFile<ShardData>(shardPath(shard), (value) => isRecord(value));
      // A failure must not stick: the next card tries again.
      data.catch(() => shards.delete(shard));
      shards.set(shard, data);
    }
    return data;
  };
  const find = async (id: string): Promise<Entry | string | null> => {
    const data = await shardFor(shardOf(id, count));
    return Object.hasOwn(data, id) ? data[id]! : null;
  };
  return async (id) => {
    const found = await find(id);
    if (typeof found !== 'string') return found;
    const target = await find(found);
    return typeof target === 'string' ? null : target;
  };
}

/** What search and lists know of all entries. Throws as the entry loader does. */
export function loadSearchFile(): Promise<SearchDoc[]> {
  return readOwnFile('glossary/search.json', Array.isArray);
}

async function readOwnFile<T>(path: string, isSound: (value: unknown) => boolean): Promise<T> {
  const api = globalThis as { browser?: OwnFiles; chrome?: OwnFiles };
  const files = api.browser?.runtime ? api.browser : api.chrome;
  const advice = 'reinstall AI Gloss, or build it again';
  if (!files) throw new Error(`The glossary file ${path} can only be read inside the extension`);
  let value: unknown;
  try {
    const response = await fetch(files.runtime.getURL(`/${path}`));
    if (!response.ok) throw new Error(`status ${response.status}`);
    value = await response.json();
  } catch (error) {
    throw new Error(`The glossary file ${path} cannot be read (${(error as Error).message}): ${advice}`, {
      cause: error,
    });
  }
  if (!isSound(value)) throw new Error(`The glossary file ${path} is broken: ${advice}`);
  return value as T;
}

const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
