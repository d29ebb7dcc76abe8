// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { EntryCard, type EntryCardProps } from '../../../components/card/EntryCard';
import { fineTuning, lora } from './entries';

afterEach(cleanup);

function show(props: Partial<EntryCardProps> = {}) {
  const onOpen = vi.fn();
  const onExplore = vi.fn();
  const view = render(<EntryCard entry={lora} onOpen={onOpen} onExplore={onExplore} {...props} />);
  return { onOpen, onExplore, user: userEvent.setup(), ...view };
}
const titles = () => screen.getAllByRole('heading').map((heading) => heading.textContent);

describe('what an entry tells', () => {
  test('headword, other names, spoken form, category, level and status in words', () => {
    show();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('LoRA');
    screen.getByText('also low-rank adaptation');
    screen.getByText('said “lore-ah”');
    expect(document.querySelector('.entry-facts')?.textContent).toBe('Training · for practitioners · still changing');
    screen.getByText(lora.quick);
  });

  test('sources with their year in a tab of their own, who coined it, and the date of the facts', () => {
    show();
    const source = screen.getByRole('link', { name: /Low-Rank Adaptation/ });
    expect(source.getAttribute('target')).toBe('_blank');
    expect(source.getAttribute('rel')).toContain('noreferrer');
    expect(source.parentElement?.textContent).toMatch(/2021$/);
    screen.getByText(/First seen 2021, Edward Hu and colleagues/);
    expect(screen.getByText('24 November 2026').getAttribute('datetime')).toBe('2026-11-24');
  });

  test('why it was marked, where that is known', () => {
    show({ reason: 'the page is about training' });
    screen.getByText('Marked because the page is about training.');
  });

  test('a formula as nodes, with its words and signs', () => {
    const { container } = show();
    const math = container.querySelector('.entry-formula math')!;
    expect([math.namespaceURI, math.getAttribute('display'), math.textContent]).toEqual([
      'http://www.w3.org/1998/Math/MathML',
      'block',
      'W+BA',
    ]);
    screen.getByText('The weights plus the product of two thin tables.');
    const row = container.querySelector('.entry-signs > div')!;
    expect([...row.children].map((cell) => cell.textContent)).toEqual(['W', 'the frozen weights']);
  });

  test('a drawing as nodes, its caption for all and its text in its place', () => {
    show();
    const drawing = screen.getByRole('img', { name: 'A wide matrix beside two narrow ones' });
    const rect = drawing.querySelector('rect')!;
    expect(rect.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect([rect.getAttribute('width'), rect.getAttribute('class')]).toEqual(['20', 'box']);
    expect(drawing.closest('figure')!.querySelector('figcaption')!.textContent).toBe('Two thin tables');
  });

  test('an entry with nothing but the required parts leaves no empty one', () => {
    show({ entry: { ...fineTuning, explanation: [], related: [], faq: [], origin: undefined } });
    expect(titles()).toEqual(['Fine-tuning', 'Sources']);
  });
});

describe('how it works', () => {
  test('opens and closes on demand, and says so', async () => {
    const { user } = show();
    const button = screen.getByRole('button', { name: 'How it works' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    const text = document.getElementById(button.getAttribute('aria-controls')!)!;
    expect(text.hidden).toBe(true);
    await user.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(text.hidden).toBe(false);
    await user.click(button);
    expect(text.hidden).toBe(true);
  });

  test('its links open inside', async () => {
    const { user, onOpen } = show();
    await user.click(screen.getByRole('button', { name: 'How it works' }));
    await user.click(screen.getByRole('button', { name: 'fine-tuning' }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('fine-tuning', 'fine-tuning');
  });
});

describe('often confused with', () => {
  test('stands after the explanation, in the order of the entry', () => {
    show();
    expect(titles()).toEqual(['LoRA', 'How it works', 'Formula', 'Often confused with', 'Questions', 'Sources']);
    expect(screen.queryByText('on this page')).toBeNull();
  });

  test('comes first when the other term is on the page too, with that one on top', () => {
    const { container } = show({ pageTermIds: ['lora', 'fine-tuning'] });
    expect(titles()).toEqual(['LoRA', 'Often confused with', 'How it works', 'Formula', 'Questions', 'Sources']);
    const names = [...container.querySelectorAll('.entry-contrasts dt')].map((name) => name.textContent);
    expect(names).toEqual(['Fine-tuningon this page', 'Quantization']);
  });
});

describe('questions', () => {
  test('each reveals its answer, by keyboard too, and reports it once it opens', async () => {
    const { user, onExplore } = show();
    const button = screen.getByRole('button', { name: 'How small is it?' });
    const answer = document.getElementById(button.getAttribute('aria-controls')!)!;
    expect(answer.hidden).toBe(true);
    button.focus();
    await user.keyboard('{Enter}');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(answer.hidden).toBe(false);
    expect(onExplore).toHaveBeenCalledExactlyOnceWith(1);
    await user.keyboard(' ');
    expect(answer.hidden).toBe(true);
    expect(onExplore).toHaveBeenCalledTimes(1);
  });

  test.each([
    [[], '0 of 2 explored', 0],
    [[1], '1 of 2 explored', 1],
    [[0, 1], '2 of 2 explored', 2],
    // An entry may have lost questions since.
    [[1, 7], '1 of 2 explored', 1],
  ])('explored %j reads "%s"', (explored, words, dots) => {
    const { container } = show({ explored });
    screen.getByText(words);
    expect(container.querySelectorAll('.entry-dot-done')).toHaveLength(dots);
    expect(container.querySelectorAll('.entry-dot')).toHaveLength(2);
  });
});

test('related terms stand in rows of plain words, what is needed first, and open inside', async () => {
  const { container, user, onOpen } = show();
  const rows = [...container.querySelectorAll('.entry-related > div')].map((row) => [
    row.querySelector('dt')?.textContent,
    [...row.querySelectorAll('button')].map((button) => button.textContent),
  ]);
  expect(rows).toEqual([
    ['Needs', ['Fine-tuning', 'Parameter']],
    ['See also', ['QLoRA']],
  ]);
  await user.click(screen.getByRole('button', { name: 'QLoRA' }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('qlora', 'QLoRA');
});

describe('controls', () => {
  test('none is shown without its callback', () => {
    show();
    for (const name of ['Close', 'Keep open', /^Back/, /^Don’t explain/]) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });

  test('close, pin, back and the site switch call back', async () => {
    const onClose = vi.fn();
    const onPin = vi.fn();
    const onBack = vi.fn();
    const onOff = vi.fn();
    const { user } = show({ onClose, onPin, back: { to: 'Token', onBack }, site: { name: 'example.org', onOff } });
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await user.click(screen.getByRole('button', { name: 'Keep open', pressed: false }));
    await user.click(screen.getByRole('button', { name: 'Back to Token' }));
    await user.click(screen.getByRole('button', { name: 'Don’t explain on example.org' }));
    expect([onClose, onPin, onBack, onOff].map((callback) => callback.mock.calls.length)).toEqual([1, 1, 1, 1]);
    expect(onPin).toHaveBeenCalledWith(true);
  });

  test('a pinned card can be let go', async () => {
    const onPin = vi.fn();
    const { user } = show({ onPin, pinned: true });
    await user.click(screen.getByRole('button', { name: 'Keep open', pressed: true }));
    expect(onPin).toHaveBeenCalledWith(false);
  });

  test('every button has a name', () => {
    const { container } = show({ onClose() {}, onPin() {}, back: { to: 'Token', onBack() {} } });
    const all = container.querySelectorAll('button');
    expect(within(container).getAllByRole('button', { name: /\S/ })).toHaveLength(
      [...all].filter((button) => !button.closest('[hidden]')).length,
    );
  });
});

describe('copy definition', () => {
  test('puts term and definition on the clipboard, and says so for a while', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { user } = show();
    await user.click(screen.getByRole('button', { name: 'Copy definition' }));
    expect(await navigator.clipboard.readText()).toBe(`LoRA: ${lora.quick}`);
    await screen.findByRole('button', { name: 'Copied' });
    expect(screen.getByText('Copied', { selector: '[role=status]' })).toBeTruthy();
    await vi.advanceTimersByTimeAsync(2100);
    await screen.findByRole('button', { name: 'Copy definition' });
    vi.useRealTimers();
  });

  test('selects the text where the clipboard is barred, and leaves nothing behind', async () => {
    const { user, container } = show();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('barred by the page'));
    let selected = '';
    document.execCommand = vi.fn(() => {
      selected = container.querySelector('textarea')?.value ?? '';
      return true;
    });
    await user.click(screen.getByRole('button', { name: 'Copy definition' }));
    await screen.findByRole('button', { name: 'Copied' });
    expect(selected).toBe(`LoRA: ${lora.quick}`);
    expect(container.querySelector('textarea')).toBeNull();
  });

  test('says when neither way works', async () => {
    const { user } = show();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('barred by the page'));
    document.execCommand = vi.fn(() => false);
    await user.click(screen.getByRole('button', { name: 'Copy definition' }));
    await screen.findByRole('button', { name: 'Could not copy' });
  });
});
