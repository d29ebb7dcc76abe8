// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Popup } from '../../../entrypoints/popup/Popup';
import type { PageTab, PopupServices, Reader } from '../../../entrypoints/popup/services';
import type { Entry, SearchDoc } from '../../../glossary/types';
import { DEFAULT_SETTINGS, type Settings } from '../../../reader/settings';
import { switchSite } from '../../../reader/switch-site';

vi.mock('virtual:glossary/entries', () => ({ loadEntry: vi.fn() }));
afterEach(cleanup);

const doc = (id: string, term: string, quick: string, asked: string[] = [], forms = [term]): SearchDoc => ({
  ...{ id, term, quick, asked, forms, level: 1, category: 'foundations' },
});
const DOCS = [
  doc('hallucination', 'Hallucination', 'A false statement.', ['why does AI make things up']),
  doc('lora', 'LoRA', 'A cheap form of fine-tuning.', [], ['LoRA', 'low-rank adaptation']),
  doc('token', 'Token', 'A piece of text.'),
];
const entry = ({ id, term, quick }: SearchDoc): Entry => ({
  ...{ id, term, quick, also: [], kind: 'concept', category: 'foundations', level: 1, status: 'stable' },
  ...{ reviewed: '2026-01-01', explanation: [['How it works.']], contrasts: [], sources: [] },
  related: [{ type: 'related', id: 'token', term: 'Token' }],
  faq: [{ q: 'Is it?', a: ['It is.'] }],
});

interface World {
  tab?: Partial<PageTab>;
  settings?: Settings;
  terms?: { id: string; count: number }[];
  reader?: Partial<Reader>;
  /** The page lets a question wait. */
  isSilent?: boolean;
}

async function open({ tab = {}, settings = DEFAULT_SETTINGS, terms = [], reader = {}, isSilent = false }: World = {}) {
  let now: Reader = { settings, privateSites: {}, hasAsides: false, ...reader };
  let told = () => {};
  const services = {
    reader: vi.fn(async () => now),
    onReader: (listener) => {
      told = listener;
      return () => {};
    },
    tab: async () => ({
      ...{ id: 7, url: 'https://a.org/x', isPrivate: false, isLoading: false, fileAccess: true },
      access: { here: true, everywhere: true },
      ...tab,
    }),
    report: vi.fn(async () => {
      if (isSilent) await new Promise(() => {});
      return {
        ...{ contentType: 'text/html', ours: true, settled: true },
        terms: terms.map((term) => ({ ...term, surface: term.id, frames: [0] })),
      };
    }),
    switchSite: vi.fn(async (host: string, on: boolean) => {
      now = { ...now, settings: switchSite(now.settings, host, on) };
      act(told);
    }),
    jump: vi.fn(async () => true),
    reload: vi.fn(async () => {}),
    requestAccess: vi.fn(async () => true),
    loadDocs: async () => DOCS,
    loadEntry: vi.fn(async (id: string) => {
      const found = DOCS.find((one) => one.id === id);
      return found ? entry(found) : null;
    }),
    progress: vi.fn(() => ({ get: async () => [], add: async () => [] })),
    openOptions: vi.fn(async () => {}),
    close: vi.fn(),
  } satisfies PopupServices;
  const user = userEvent.setup({ delay: null });
  render(<Popup services={services} first={now} />);
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe('AI Gloss'));
  return { services, user, box: screen.getByRole('combobox', { name: 'Search the glossary' }) as HTMLInputElement };
}

const options = () => screen.queryAllByRole('option').map((row) => row.firstElementChild!.textContent);
const activeOption = () => screen.getAllByRole('option').find((row) => row.getAttribute('aria-selected') === 'true');

test('the switch tells its state, turns the site off and on, and the line says why', async () => {
  const { user, services } = await open({ terms: [{ id: 'lora', count: 2 }] });
  const toggle = screen.getByRole('switch', { name: 'Explain terms on this site' });
  expect(toggle.getAttribute('aria-checked')).toBe('true');
  expect(screen.getByText('1 term here')).toBeTruthy();
  await user.click(toggle);
  expect(services.switchSite).toHaveBeenLastCalledWith('a.org', false, false);
  expect(toggle.getAttribute('aria-checked')).toBe('false');
  expect(screen.getByText('Off because you switched it off here')).toBeTruthy();
  expect(screen.queryByRole('list', { name: 'Terms on this page' })).toBe(null);
  await user.click(toggle);
  expect(services.switchSite).toHaveBeenLastCalledWith('a.org', true, false);
  expect(await screen.findByText('1 term here')).toBeTruthy();
});

test('a switch that cannot be stored is told', async () => {
  const { user, services } = await open();
  services.switchSite.mockRejectedValueOnce(new Error('quota exceeded'));
  await user.click(screen.getByRole('switch'));
  expect(await screen.findByText('That did not work: quota exceeded')).toBeTruthy();
  expect(screen.getByRole('switch').getAttribute('aria-checked')).toBe('true');
});

test('two presses in a row are off and on, however long storing takes', async () => {
  const { user, services } = await open();
  services.switchSite.mockImplementation(() => new Promise(() => {}));
  await user.dblClick(screen.getByRole('switch'));
  expect(services.switchSite.mock.calls.map(([, on]) => on)).toEqual([false, true]);
});

test('in a private window the switch is for these alone', async () => {
  const { user, services } = await open({ tab: { isPrivate: true } });
  await user.click(screen.getByRole('switch'));
  expect(services.switchSite).toHaveBeenCalledExactlyOnceWith('a.org', false, true);
});

test('where nothing can be switched there is no switch, but the reason', async () => {
  await open({ tab: { url: 'https://addons.mozilla.org/' } });
  expect(screen.queryByRole('switch')).toBe(null);
  expect(screen.getByText('Browsers keep extensions out of the pages of extension stores.')).toBeTruthy();
});

test('a page that never answers for want of access is told of', async () => {
  await open({ tab: { access: { here: false, everywhere: false } }, isSilent: true });
  expect(screen.getByText('AI Gloss has no access to this site.')).toBeTruthy();
});

test('missing access can be asked for', async () => {
  const { user, services } = await open({ tab: { access: { here: false, everywhere: false } }, isSilent: true });
  await user.click(screen.getByRole('button', { name: 'Allow on all sites' }));
  expect(services.requestAccess).toHaveBeenCalledOnce();
});

test('the page’s terms come in its order, each with its count, and lead to the page and to the entry', async () => {
  const { user, services } = await open({
    terms: [
      { id: 'token', count: 3 },
      { id: 'lora', count: 1 },
    ],
  });
  const rows = await screen.findAllByRole('listitem');
  await waitFor(() =>
    expect(rows.map((row) => row.textContent)).toEqual([
      'TokenA piece of text.3×',
      'LoRAA cheap form of fine-tuning.1×',
    ]),
  );
  await user.click(within(rows[0]!).getByRole('button', { name: 'Show Token on the page, 3 mentions' }));
  expect(services.jump).toHaveBeenCalledExactlyOnceWith(7, expect.objectContaining({ id: 'token' }));
  expect(services.close).toHaveBeenCalledOnce();
  await user.click(within(rows[1]!).getByRole('button', { name: /^LoRA/ }));
  expect(await screen.findByRole('heading', { name: 'LoRA' })).toBeTruthy();
});

test('a mark that has gone meanwhile is told', async () => {
  const { user, services } = await open({ terms: [{ id: 'token', count: 1 }] });
  services.jump.mockResolvedValueOnce(false);
  await user.click(await screen.findByRole('button', { name: /on the page, 1 mention$/ }));
  expect(screen.getByText('That did not work: it is not on the page any more')).toBeTruthy();
  expect(services.close).not.toHaveBeenCalled();
});

test('the box has the focus, and typing finds by question, with the reason', async () => {
  const { user, box } = await open();
  expect(document.activeElement).toBe(box);
  expect(box.getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('why does it make things up');
  expect(options()[0]).toBe('Hallucination');
  expect(screen.getAllByRole('option')[0]!.textContent).toContain('answers your question');
  expect(box.getAttribute('aria-expanded')).toBe('true');
  expect(box.getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
  expect(box.getAttribute('aria-activedescendant')).toBe(activeOption()!.id);
  expect(screen.getByRole('button', { name: 'Glossary' }).getAttribute('aria-current')).toBe('page');
});

test('a name with a slip is found', async () => {
  const { user } = await open();
  await user.keyboard('halucination');
  expect(options()[0]).toBe('Hallucination');
});

test('keys move through the whole glossary, round its ends, and Enter opens', async () => {
  const { user, box } = await open();
  await user.click(screen.getByRole('button', { name: 'Glossary' }));
  box.focus();
  await waitFor(() => expect(options()).toEqual(['Hallucination', 'LoRA', 'Token']));
  const at = async (key: string) => {
    await user.keyboard(key);
    return activeOption()?.firstElementChild?.textContent;
  };
  expect(await at('{ArrowDown}')).toBe('Hallucination');
  expect(await at('{ArrowUp}')).toBe('Token');
  expect(await at('{ArrowDown}')).toBe('Hallucination');
  expect(await at('{End}')).toBe('Token');
  expect(await at('{Home}')).toBe('Hallucination');
  await at('{ArrowDown}');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: 'LoRA' })).toBeTruthy();
});

test('Escape goes back from an entry to its results, then clears, then closes', async () => {
  const { user, services, box } = await open();
  await user.keyboard('lora{Enter}');
  expect(await screen.findByRole('heading', { name: 'LoRA' })).toBeTruthy();
  expect(document.activeElement!.getAttribute('aria-label')).toBe('LoRA');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('heading', { name: 'LoRA' })).toBe(null);
  await waitFor(() => expect(document.activeElement).toBe(box));
  expect(box.value).toBe('lora');
  await user.keyboard('{Escape}');
  expect(box.value).toBe('');
  expect(services.close).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  expect(services.close).toHaveBeenCalledOnce();
});

test('without a hit the nearest come, and say that they are not exact', async () => {
  const { user } = await open();
  await user.keyboard('a cheap but entirely unrelated washing machine');
  expect(await screen.findByText('Nothing exact. Close:')).toBeTruthy();
  expect(options().length).toBeGreaterThan(0);
});

test('words that nothing comes near get an answer too', async () => {
  const { user } = await open();
  await user.keyboard('zzgrblx');
  expect(screen.getByText(/No entry has words like “zzgrblx”/)).toBeTruthy();
});

test('related terms open inside, with the way back', async () => {
  const { user } = await open();
  await user.keyboard('lora{Enter}');
  await screen.findByRole('heading', { name: 'LoRA' });
  await user.click(screen.getByRole('button', { name: 'Token' }));
  expect(await screen.findByRole('heading', { name: 'Token' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Back to LoRA' }));
  expect(screen.getByRole('heading', { name: 'LoRA' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Back to Results' }));
  expect(options()).toEqual(['LoRA']);
});

test('an entry that is gone is told', async () => {
  const { user, services } = await open({ terms: [{ id: 'token', count: 1 }] });
  services.loadEntry.mockResolvedValueOnce(null);
  await user.click(await screen.findByRole('button', { name: /^Token/ }));
  expect(screen.getByText(/not in the glossary any more/)).toBeTruthy();
});

test('broken settings are told, and lead to the options', async () => {
  const { user, services } = await open({ reader: { hasAsides: true } });
  await user.click(screen.getByRole('button', { name: 'See what was kept' }));
  expect(services.openOptions).toHaveBeenCalledOnce();
});

test('a page that is still read is asked again', async () => {
  const { services } = await open();
  services.report.mockResolvedValueOnce({ contentType: 'text/html', ours: true, settled: false, terms: [] });
  cleanup();
  render(<Popup services={services} first={await services.reader()} />);
  expect(await screen.findByText('Reading the page…', { selector: '.site-line' })).toBeTruthy();
  expect(await screen.findByText('Nothing to explain here', { selector: '.site-line' })).toBeTruthy();
});
