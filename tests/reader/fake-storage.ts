import type { Area, Lock } from '../../reader/storage';

/** A storage area in memory that answers late, as the real one does, and copies what goes in and out. */
export function fakeArea(
  items: Record<string, unknown> = {},
): Area & { items: Record<string, unknown>; writes: number } {
  const later = () => new Promise<void>((resolve) => setTimeout(resolve));
  return {
    items,
    writes: 0,
    async get(keys) {
      await later();
      const found = [keys].flat().filter((key) => Object.hasOwn(items, key));
      return structuredClone(Object.fromEntries(found.map((key) => [key, items[key]])));
    },
    async set(more) {
      await later();
      this.writes++;
      Object.assign(items, structuredClone(more));
    },
    async remove(keys) {
      await later();
      for (const key of [keys].flat()) delete items[key];
    },
  };
}

/** What `navigator.locks` does within one browser. */
export function fakeLock(): Lock {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work, work);
    last = done.catch(() => {});
    return done;
  };
}
