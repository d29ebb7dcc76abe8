import { expect, test } from 'vitest';
import { createProgress, PROGRESS_KEY } from '../../reader/progress';
import { fakeArea, fakeLock } from './fake-storage';

const make = (stored?: unknown) => {
  const area = fakeArea(stored === undefined ? {} : { [PROGRESS_KEY]: stored });
  return { area, progress: createProgress(area, fakeLock()) };
};

test('questions opened at the same moment are all kept', async () => {
  const { progress } = make();
  await Promise.all([progress.add('lora', 1, false), progress.add('lora', 0, false), progress.add('rag', 0, false)]);
  expect(await progress.get('lora')).toEqual([1, 0]);
  expect(await progress.get('rag')).toEqual([0]);
});

test('a question counts once', async () => {
  const { progress } = make({ version: 1, explored: { lora: [0] } });
  expect(await progress.add('lora', 0, false)).toEqual([0]);
  expect(await progress.get('lora')).toEqual([0]);
});

test('a private window is answered, and leaves nothing behind', async () => {
  const { area, progress } = make();
  expect(await progress.add('lora', 0, true)).toEqual([0]);
  expect(area.items).toEqual({});
});

test.each([[null], ['x'], [{ explored: 7 }], [{ version: 1, explored: { lora: 'x', rag: [0, -1, 'a', 1.5] } }]])(
  'broken progress %j is none',
  async (stored) => {
    const { progress } = make(stored);
    expect(await progress.get('lora')).toEqual([]);
    expect(await progress.add('lora', 2, false)).toEqual([2]);
    expect(await progress.get('lora')).toEqual([2]);
  },
);

test.each([['__proto__'], ['constructor']])('the id %s is an id like others', async (id) => {
  const { progress } = make();
  expect(await progress.get(id)).toEqual([]);
  await progress.add(id, 0, false);
  expect(await progress.get(id)).toEqual([0]);
});

test('what a newer version wrote is not written over', async () => {
  const stored = { version: 2, explored: { lora: [0] }, more: true };
  const { area, progress } = make(stored);
  expect(await progress.add('lora', 1, false)).toEqual([0, 1]);
  expect(area.items[PROGRESS_KEY]).toEqual(stored);
});
