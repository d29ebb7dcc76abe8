import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Handlers, handle } from '../../messaging/handle';
import { ask } from '../../messaging/page-extension';

vi.mock('../../messaging/browser', () => ({ browser: {} }));

const handlers = {
  'progress.get': async ({ id }: { id: string }) => ({ explored: [id.length] }),
  'entry.get': async () => {
    throw new Error('the file is broken');
  },
} as unknown as Handlers;

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('browser', undefined);
  handle(handlers, fakeBrowser.runtime.onMessage as never);
});

test('an answer comes back to who asked', async () => {
  expect(await ask('progress.get', { id: 'lora' })).toEqual({ explored: [4] });
});

test('what a handler throws is an error again, with the name of the message', async () => {
  await expect(ask('entry.get', { id: 'lora' })).rejects.toThrow('entry.get: the file is broken');
});

test.each([
  ['nothing of ours'],
  [null],
  [{ aiGloss: 7 }],
  [{ aiGloss: 'card.fly', params: {} }],
  [{ aiGloss: 'toString' }],
])('the message %j gets no answer', async (message) => {
  const answers: unknown[] = [];
  const listener = vi.fn();
  handle(handlers, { addListener: (fn) => listener.mockImplementation(fn) });
  expect(listener(message, {}, (reply: unknown) => answers.push(reply))).toBe(undefined);
  expect(answers).toEqual([]);
});

test('without the extension the reader of the error knows what to do', async () => {
  vi.stubGlobal('chrome', { runtime: {} });
  await expect(ask('progress.get', { id: 'x' })).rejects.toThrow('reload the page');
});
