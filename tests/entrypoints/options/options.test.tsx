// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Options } from '../../../entrypoints/options/Options';
import type { OptionsServices } from '../../../entrypoints/options/services';
import { SETTINGS_KEY } from '../../../reader/settings';
import { createStoredSettings } from '../../../reader/stored-settings';
import { fakeArea, fakeLock } from '../../reader/fake-storage';

afterEach(cleanup);

async function open(stored: unknown = { version: 1 }, hasAccess = true) {
  const area = fakeArea({ [SETTINGS_KEY]: stored });
  const store = createStoredSettings(area, fakeLock());
  let changed = () => {};
  const services = {
    read: async () => ({ settings: await store.read(), asides: await store.asides() }),
    update: store.update,
    clearAsides: async () => {
      await store.clearAsides();
      act(changed);
    },
    onChange: (listener) => {
      changed = listener;
      return () => {};
    },
    hasAccess: async () => hasAccess,
    onAccess: () => () => {},
    requestAccess: vi.fn(async () => false),
    copy: vi.fn(async () => {}),
    version: '9.8.7',
    browser: 'firefox',
  } satisfies OptionsServices;
  render(<Options services={services} first={await services.read()} />);
  const saved = () => area.items[SETTINGS_KEY] as Record<string, unknown>;
  return { user: userEvent.setup({ delay: null }), area, services, saved, elsewhere: () => act(changed) };
}

test.each([
  ['First mention in each section', 'density', 'section', { density: 'every' }],
  ['First on the page', 'density', 'page', {}],
  ['Every mention', 'density', 'every', {}],
  ['Dark', 'theme', 'dark', {}],
  ['Only on sites that you choose', 'mode', 'chosen', {}],
])('%s is stored as %s %s, and told', async (name, field, value, stored) => {
  const { user, saved } = await open({ version: 1, ...stored });
  const radio = screen.getByRole('radio', { name }) as HTMLInputElement;
  expect(radio.checked).toBe(false);
  await user.click(radio);
  await waitFor(() => expect(saved()[field]).toBe(value));
  expect(radio.checked).toBe(true);
  expect(screen.getByText('Saved')).toBeTruthy();
});

test('the rest before a card goes from 150 to 800 ms', async () => {
  const { saved } = await open();
  const slider = screen.getByRole('slider', { name: 'Rest on a term before its card opens' }) as HTMLInputElement;
  expect([slider.min, slider.max, slider.value]).toEqual(['150', '800', '300']);
  fireEvent.change(slider, { target: { value: '650' } });
  expect(screen.getByText('650 ms')).toBeTruthy();
  await waitFor(() => expect(saved().dwellMs).toBe(650));
});

test('a site is added as it is meant, and taken out again', async () => {
  const { user, saved } = await open();
  const field = screen.getByRole('textbox', { name: 'Add a site' }) as HTMLInputElement;
  await user.type(field, 'https://Docs.A.org:8080/x{Enter}');
  expect(await screen.findByText('docs.a.org')).toBeTruthy();
  expect(saved().sites).toEqual({ off: ['docs.a.org'], on: [] });
  expect(field.value).toBe('');
  await user.click(screen.getByRole('button', { name: 'Remove docs.a.org' }));
  await waitFor(() => expect(saved().sites).toEqual({ off: [], on: [] }));
  expect(document.activeElement).toBe(field);
});

test.each([
  ['two words', /“two words” has a space in it, which no site has\. Write it like example\.org/],
  ['a.org', 'a.org is in the list already.'],
  ['docs.a.org', 'docs.a.org is in the list already, as a part of a.org.'],
])('%s is refused with the reason', async (text, message) => {
  const { user, saved } = await open({ version: 1, sites: { off: ['a.org'], on: [] } });
  const field = screen.getByRole('textbox', { name: 'Add a site' });
  await user.type(field, `${text}{Enter}`);
  expect((await screen.findByRole('alert')).textContent).toMatch(message);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(saved().sites).toEqual({ off: ['a.org'], on: [] });
});

test('each mode has its own list', async () => {
  const { user, saved } = await open({ version: 1, sites: { off: ['off.org'], on: ['on.org'] } });
  expect(screen.getByText('off.org')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Only on sites that you choose' }));
  expect(await screen.findByText('on.org')).toBeTruthy();
  expect(screen.queryByText('off.org')).toBe(null);
  await user.type(screen.getByRole('textbox', { name: 'Add a site' }), 'b.org{Enter}');
  await waitFor(() => expect(saved().sites).toEqual({ off: ['off.org'], on: ['on.org', 'b.org'] }));
});

test('a change made elsewhere shows at once', async () => {
  const { area, elsewhere } = await open();
  area.items[SETTINGS_KEY] = { version: 1, density: 'every' };
  elsewhere();
  await waitFor(() =>
    expect((screen.getByRole('radio', { name: 'Every mention' }) as HTMLInputElement).checked).toBe(true),
  );
});

test('broken settings are told with what was found and what stands in, and can be copied and deleted', async () => {
  const { user, services } = await open({ version: 1, dwellMs: 5, theme: 'sepia' });
  const notice = screen.getByRole('region', { name: 'Some stored settings could not be used' });
  expect(notice.textContent).toContain(
    'Rest before a card opens: found 5, which must be a number from 150 to 800. Now: 300.',
  );
  expect(notice.textContent).toContain('Theme: found "sepia", which must be system, light or dark. Now: system.');
  await user.click(screen.getByRole('button', { name: 'Copy what was kept' }));
  expect(services.copy).toHaveBeenCalledWith(expect.stringContaining('"sepia"'));
  await user.click(screen.getByRole('button', { name: 'Delete the copy' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: /could not be used/ })).toBe(null));
});

test('settings of a newer version say what to do first', async () => {
  await open({ version: 4, theme: 'dark' });
  expect(screen.getByText(/update the extension before you delete the copy/)).toBeTruthy();
});

test('missing access says how to give it, and a refusal is told', async () => {
  const { user } = await open({ version: 1 }, false);
  expect(await screen.findByText(/Access your data for all websites/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Allow on all sites' }));
  expect(screen.getByText('The browser did not grant it.')).toBeTruthy();
});

test('what cannot be stored is told with the next step', async () => {
  const { user, area } = await open();
  area.set = () => Promise.reject(new Error('quota exceeded'));
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(
    await screen.findByText('Could not be saved (quota exceeded). Free some disk space, and try again.'),
  ).toBeTruthy();
});

test('the version and the licence are there', async () => {
  await open();
  expect(screen.getByRole('contentinfo').textContent).toMatch(/AI Gloss 9\.8\.7.*MIT licence.*CC BY 4\.0/);
});
