import type { Compiled } from './compile.ts';
import type { Entry } from './types.ts';

/** One file of entries: id → entry, or → the id that a former id leads to. */
export type ShardData = Record<string, Entry | string>;

export interface Shard {
  /** Path inside the extension, without a leading slash. */
  path: string;
  data: ShardData;
}

/** At most, on average. An entry has about 3.5 kB of JSON, so a shard has 30 to 60 kB: read in the card's dwell. */
const ENTRIES_PER_SHARD = 16;

/** A power of two, so that growth moves an entry only when the number doubles. */
export function shardCount(entries: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(entries / ENTRIES_PER_SHARD)));
}

export function shardPath(shard: number): string {
  return `glossary/entries-${String(shard).padStart(2, '0')}.json`;
}

/** The shard of an id: FNV-1a over its UTF-16 units. */
export function shardOf(id: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (count - 1);
}

/** All entries and former ids, dealt out to their shards. */
export function shardsOf({ entries, moved }: Pick<Compiled, 'entries' | 'moved'>): Shard[] {
  const count = shardCount(entries.length);
  const shards = Array.from({ length: count }, (_, shard): Shard => ({ path: shardPath(shard), data: {} }));
  for (const entry of entries) shards[shardOf(entry.id, count)]!.data[entry.id] = entry;
  for (const [old, id] of Object.entries(moved)) shards[shardOf(old, count)]!.data[old] = id;
  return shards;
}
