// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { startGuard } from '../../messaging/guard';

afterEach(() => {
  globalThis.aiGlossGuard?.stop();
});

test('events that are claimed reach no listener that came later, others all', () => {
  const guard = startGuard();
  const late = vi.fn();
  window.addEventListener('wheel', late, true);
  document.addEventListener('wheel', late, true);
  guard.claim = (event) => event.target === document.body;
  document.body.dispatchEvent(new Event('wheel', { bubbles: true }));
  expect(late).not.toHaveBeenCalled();
  document.head.dispatchEvent(new Event('wheel', { bubbles: true }));
  expect(late).toHaveBeenCalledTimes(2);
  window.removeEventListener('wheel', late, true);
  document.removeEventListener('wheel', late, true);
});

test('without a card nothing is stopped', () => {
  startGuard();
  const heard = vi.fn();
  window.addEventListener('click', heard, { capture: true, once: true });
  document.body.click();
  expect(heard).toHaveBeenCalledOnce();
});

test('a second start finds the first, which kept its place', () => {
  const add = vi.spyOn(window, 'addEventListener');
  const guard = startGuard();
  const { length } = add.mock.calls;
  expect(startGuard()).toBe(guard);
  expect(add.mock.calls).toHaveLength(length);
});

test('wheel and touch are listened to passively, keys may be cancelled', () => {
  const add = vi.spyOn(window, 'addEventListener');
  startGuard();
  const passive = new Map(
    add.mock.calls.map(([type, , options]) => [type, (options as AddEventListenerOptions).passive]),
  );
  expect([passive.get('wheel'), passive.get('touchmove'), passive.get('keydown')]).toEqual([true, true, false]);
  expect(passive.has('pointerrawupdate')).toBe(false);
  expect(passive.size).toBe(add.mock.calls.length);
});

test('stopping takes every listener away', () => {
  const guard = startGuard();
  const claim = vi.fn(() => true);
  guard.claim = claim;
  const add = vi.spyOn(window, 'addEventListener');
  const remove = vi.spyOn(window, 'removeEventListener');
  guard.listen();
  guard.stop();
  expect(remove.mock.calls.map(([type]) => type)).toEqual(add.mock.calls.map(([type]) => type));
  expect(globalThis.aiGlossGuard).toBeUndefined();
  guard.claim = claim;
  document.body.click();
  expect(claim).not.toHaveBeenCalled();
});

test('a guard of another protocol is replaced', () => {
  const stop = vi.fn();
  globalThis.aiGlossGuard = { protocol: 0 as 1, claim: null, listen() {}, stop };
  expect(startGuard().protocol).toBe(1);
  expect(stop).toHaveBeenCalledOnce();
});
