// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EntryReader, type EntryReaderProps } from '../../../components/card/EntryReader';
import type { Entry } from '../../../glossary/types';
import { fineTuning, lora } from './entries';

beforeEach(() => {
  vi.useFakeTimers();
  // Testing Library waits with timers, and winds on those of jest alone.
  vi.stubGlobal('jest', { advanceTimersByTime: (ms: number) => vi.advanceTimersByTime(ms) });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A reader whose entries arrive when the test says so. */
function show(props: Partial<EntryReaderProps> = {}) {
  const asked: { id: string; answer(entry: Entry | null): void; fail(): void }[] = [];
  const load = (id: string) =>
    new Promise<Entry | null>((answer, reject) => {
      asked.push({ id, answer, fail: () => reject(new Error('no answer')) });
    });
  const progress = { get: vi.fn(async (_: string) => [] as number[]), add: vi.fn(async () => {}) };
  const onEntry = vi.fn();
  const view = render(<EntryReader first={lora} load={load} progress={progress} onEntry={onEntry} {...props} />);
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTimeAsync(ms) });
  return { asked, progress, onEntry, user, ...view };
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const heading = () => screen.getByRole('heading', { level: 2 });
const fineTuningLink = () => screen.getAllByRole('button', { name: 'Fine-tuning' })[1]!;

test('a link opens its entry inside, Back returns to the link, with all as it was left', async () => {
  const { asked, onEntry, user } = show();
  await user.click(screen.getByRole('button', { name: 'Is it as good?' }));
  await user.click(fineTuningLink());
  expect(asked.map(({ id }) => id)).toEqual(['fine-tuning']);
  await act(async () => asked[0]!.answer(fineTuning));
  expect(heading().textContent).toBe('Fine-tuning');
  expect(document.activeElement).toBe(heading());
  expect(onEntry).toHaveBeenLastCalledWith('fine-tuning', 'Fine-tuning');

  await user.click(screen.getByRole('button', { name: 'Back to LoRA' }));
  expect(heading().textContent).toBe('LoRA');
  expect(document.activeElement).toBe(fineTuningLink());
  expect(screen.getByRole('button', { name: 'Is it as good?' }).getAttribute('aria-expanded')).toBe('true');
  expect(screen.queryByRole('button', { name: /^Back/ })).toBeNull();
  expect(onEntry).toHaveBeenLastCalledWith('lora', 'LoRA');
});

test('nothing changes for 100 ms, then the headword stands there until the entry comes', async () => {
  const { asked, user } = show();
  await user.click(fineTuningLink());
  await pass(90);
  expect(heading().textContent).toBe('LoRA');
  await pass(20);
  expect(heading().textContent).toBe('Fine-tuning');
  expect(screen.getByRole('article').getAttribute('aria-busy')).toBe('true');
  await act(async () => asked[0]!.answer(fineTuning));
  screen.getByText(fineTuning.quick);
});

test('Back from an entry that is still loading is final', async () => {
  const { asked, user } = show();
  await user.click(fineTuningLink());
  await pass(200);
  await user.click(screen.getByRole('button', { name: 'Back to LoRA' }));
  await act(async () => asked[0]!.answer(fineTuning));
  expect(heading().textContent).toBe('LoRA');
});

test('of two links pressed in a hurry, the later one wins', async () => {
  const { asked, user } = show();
  await user.click(screen.getByRole('button', { name: 'QLoRA' }));
  await user.click(fineTuningLink());
  await act(async () => asked[1]!.answer(fineTuning));
  await act(async () => asked[0]!.answer({ ...lora, id: 'qlora', term: 'QLoRA' }));
  expect(heading().textContent).toBe('Fine-tuning');
});

test('an entry that is gone says so, and Back is there', async () => {
  const { asked, onEntry, user } = show();
  await user.click(fineTuningLink());
  await act(async () => asked[0]!.answer(null));
  expect(heading().textContent).toBe('Fine-tuning');
  screen.getByText(/not in the glossary any more/);
  expect(onEntry).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Back to LoRA' }));
  screen.getByText(lora.quick);
});

test('an entry that cannot be read can be tried again', async () => {
  const { asked, user } = show();
  await user.click(fineTuningLink());
  await act(async () => asked[0]!.fail());
  screen.getByText(/could not be read/);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await act(async () => asked[1]!.answer(fineTuning));
  screen.getByText(fineTuning.quick);
  expect(screen.getAllByRole('button', { name: /^Back/ })).toHaveLength(1);
});

test('explored questions are asked for and remembered, per entry', async () => {
  const { asked, progress, user } = show({});
  progress.get.mockResolvedValue([0, 1]);
  expect(progress.get).toHaveBeenCalledExactlyOnceWith('lora');
  await user.click(screen.getByRole('button', { name: 'How small is it?' }));
  expect(progress.add).toHaveBeenCalledExactlyOnceWith('lora', 1);
  screen.getByText('1 of 2 explored');
  await user.click(fineTuningLink());
  await act(async () => asked[0]!.answer(fineTuning));
  expect(progress.get).toHaveBeenLastCalledWith('fine-tuning');
  screen.getByText('2 of 2 explored');
});

test('the card stays whole when nothing can be remembered', async () => {
  const progress = { get: () => Promise.reject(new Error('gone')), add: () => Promise.reject(new Error('gone')) };
  const { user } = show({ progress });
  await user.click(screen.getByRole('button', { name: 'Is it as good?' }));
  screen.getByText('1 of 2 explored');
});

test('Back of the first entry leads where the caller says', async () => {
  const onBack = vi.fn();
  const { user } = show({ back: { to: 'results', onBack } });
  await user.click(screen.getByRole('button', { name: 'Back to results' }));
  expect(onBack).toHaveBeenCalledOnce();
});

test('why it was marked is told of the marked term alone', async () => {
  const { asked, user } = show({ reason: 'the page is about training' });
  screen.getByText(/Marked because/);
  await user.click(fineTuningLink());
  await act(async () => asked[0]!.answer(fineTuning));
  const shown = [...document.querySelectorAll('.entry-reason')].filter((line) => !line.closest('[hidden]'));
  expect(shown).toEqual([]);
});
