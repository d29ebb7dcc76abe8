import { afterEach, describe, expect, it, vi } from 'vitest';
import { compile } from '../../glossary/compile';
import { createEntryLoader, loadSearchFile } from '../../glossary/load-entry';
import { shardCount, shardOf, shardsOf } from '../../glossary/shards';
import { makeEntry } from './make';

const entries = Array.from({ length: 300 }, (_, i) =>
  makeEntry({ id: `term-${i}`, moved: i === 7 ? ['old-seven'] : [] }),
);
const shards = shardsOf(compile(entries));

/** Serves the shards as the extension's own files; `broken` overrides a path. */
function serve(broken: Record<string, string | Error> = {}) {
  vi.stubGlobal('chrome', { runtime: { getURL: (path: string) => `chrome-extension://id${path}` } });
  const files = new Map(shards.map(({ path, data }) => [`chrome-extension://id/${path}`, JSON.stringify(data)]));
  const fetched = vi.fn(async (url: string) => {
    const wrong = broken[url.replace('chrome-extension://id/', '')];
    if (wrong instanceof Error) throw wrong;
    const body = wrong ?? files.get(url);
    return new Response(body ?? '', { status: body === undefined ? 404 : 200 });
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => vi.unstubAllGlobals());

describe('shards', () => {
  it('hold every entry and former id once, about 10 each, at most 128 kB', () => {
    const ids = shards.flatMap(({ data }) => Object.keys(data));
    expect(ids.sort()).toEqual([...entries.map(({ id }) => id), 'old-seven'].sort());
    for (const { path, data } of shards) {
      expect(Object.keys(data).length, path).toBeGreaterThan(2);
      expect(Object.keys(data).length, path).toBeLessThan(33);
      expect(JSON.stringify(data).length, path).toBeLessThan(128_000);
    }
  });

  it('keep an entry where it is while the glossary grows up to the next doubling', () => {
    expect([0, 1, 16, 17, 32, 76, 1500].map(shardCount)).toEqual([1, 1, 1, 2, 2, 8, 128]);
    expect(shardOf('pre-training', shardCount(300))).toBe(shardOf('pre-training', shardCount(500)));
  });
});

describe('loadEntry', () => {
  it('finds any entry, and reads one small file for it, once', async () => {
    const fetched = serve();
    const loadEntry = createEntryLoader(shards.length);
    expect(await loadEntry('term-12')).toMatchObject({ id: 'term-12', quick: expect.stringMatching(/./) });
    expect(await loadEntry('term-12')).toMatchObject({ id: 'term-12' });
    expect(fetched).toHaveBeenCalledTimes(1);
    for (const { id } of entries) expect((await loadEntry(id))?.id).toBe(id);
    expect(fetched).toHaveBeenCalledTimes(shards.length);
  });

  it('follows a former id, and gives null for an id that nobody has', async () => {
    serve();
    const loadEntry = createEntryLoader(shards.length);
    expect((await loadEntry('old-seven'))?.id).toBe('term-7');
    expect(await loadEntry('nobody')).toBeNull();
    expect(await loadEntry('constructor')).toBeNull();
  });

  it.each([
    ['is missing', new Error('Failed to fetch'), 'Failed to fetch'],
    ['is cut off', '{"term-12": {"id"', 'cannot be read'],
    ['holds something else', '[]', 'is broken'],
  ])('says so when its file %s, and tries again the next time', async (_, wrong, message) => {
    const { path } = shards.find(({ data }) => 'term-12' in data)!;
    const broken: Record<string, string | Error> = { [path]: wrong };
    serve(broken);
    const loadEntry = createEntryLoader(shards.length);
    const failed = loadEntry('term-12');
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toThrow(`The glossary file ${path}`);
    delete broken[path];
    expect((await loadEntry('term-12'))?.id).toBe('term-12');
  });

  it('says where it can be used when there is no extension around it', async () => {
    await expect(loadSearchFile()).rejects.toThrow('can only be read inside the extension');
  });
});
