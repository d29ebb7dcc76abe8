// @vitest-environment happy-dom
/**
 * Which events the card takes, as values: events are plain objects here, since a test cannot make a trusted one.
 * The real ones are tried in the browsers (tests/e2e).
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClaim } from '../../../entrypoints/card.content/claim';

let host: HTMLElement;
let root: ShadowRoot;
let page: HTMLElement;
let field: HTMLInputElement;

beforeEach(() => {
  document.body.innerHTML = '<p>page</p><input>';
  page = document.querySelector('p')!;
  field = document.querySelector('input')!;
  host = document.createElement('ai-gloss-card');
  root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<div><button id="one"><i>1</i></button><button id="two">2</button><a href="#x">link</a></div>';
  document.documentElement.append(host);
});
afterEach(() => host.remove());

function create() {
  let open = true;
  /** What lies under the pointer inside the card. */
  let under: Element | null = null;
  root.elementFromPoint = () => under;
  const told: unknown[] = [];
  const claims = createClaim({
    host,
    root,
    isOpen: () => open,
    onPointer: ({ inside, x, y }) => told.push([inside ? 'enter' : 'leave', x, y]),
    onFocus: (inside) => told.push(['focus', inside]),
    onEscape: () => {
      told.push('escape');
      open = false;
    },
  });
  const event = (type: string, target: EventTarget, more: object = {}) => ({
    type,
    target,
    isTrusted: true,
    detail: 1,
    buttons: 0,
    composedPath: () => [target],
    preventDefault: vi.fn(),
    ...more,
  });
  const send = (type: string, target: EventTarget, more: object = {}) =>
    claims.claim(event(type, target, more) as unknown as Event);
  const point = (selector: string | null) => (under = selector ? root.querySelector(selector) : null);
  return { claims, told, event, send, point, close: () => (open = false) };
}

describe('in general', () => {
  test.each(['wheel', 'pointermove', 'mouseover', 'touchstart', 'copy', 'dragstart', 'toggle', 'input', 'contextmenu'])(
    '%s is ours in the card, and the page’s beside it',
    (type) => {
      const { send } = create();
      expect(send(type, host)).toBe(true);
      expect(send(type, page)).toBe(false);
      expect(send(type, window)).toBe(false);
    },
  );

  test('what the page makes up is never ours', () => {
    const { send, point } = create();
    point('#one');
    const clicked = vi.fn();
    root.querySelector('#one')!.addEventListener('click', clicked);
    expect(send('click', host, { isTrusted: false })).toBe(false);
    expect(send('keydown', page, { isTrusted: false, key: 'Escape', code: 'Escape' })).toBe(false);
    expect(clicked).not.toHaveBeenCalled();
  });
});

describe('keys', () => {
  const esc = { key: 'Escape', code: 'Escape' };

  test('Escape closes wherever focus is, and the page’s dialog does not hear it', () => {
    const { claims, told, event } = create();
    const down = event('keydown', field, esc);
    expect(claims.claim(down as unknown as Event)).toBe(true);
    expect(down.preventDefault).toHaveBeenCalledOnce();
    expect(told).toEqual(['escape']);
  });

  test('a held Escape closes once, and its repeats and release are ours too', () => {
    const { told, send } = create();
    send('keydown', page, esc);
    expect(send('keydown', page, { ...esc, repeat: true })).toBe(true);
    expect(send('keyup', page, esc)).toBe(true);
    expect(told).toEqual(['escape']);
    expect(send('keydown', page, esc)).toBe(false);
    expect(send('keyup', page, esc)).toBe(false);
  });

  test('Escape of an input method is its own', () => {
    const { told, send } = create();
    expect(send('keydown', field, { ...esc, isComposing: true })).toBe(false);
    expect(told).toEqual([]);
  });

  test('who saw the press sees the release', () => {
    const { send } = create();
    const key = { key: 'a', code: 'KeyA' };
    expect(send('keydown', host, key)).toBe(true);
    expect(send('keyup', page, key)).toBe(true);
    expect(send('keydown', page, key)).toBe(false);
    expect(send('keyup', host, key)).toBe(false);
  });
});

describe('pointer', () => {
  test('coming and going is told once, and not of fingers', () => {
    const { told, send } = create();
    send('pointerover', host, { clientX: 1, clientY: 2 });
    send('pointerover', host, { clientX: 1, clientY: 2 });
    send('pointerout', host, { clientX: 3, clientY: 4 });
    send('pointerover', host, { pointerType: 'touch' });
    send('pointerout', page);
    expect(told).toEqual([
      ['enter', 1, 2],
      ['leave', 3, 4],
    ]);
  });

  test('a drag that began on the page stays the page’s over the card', () => {
    const { send } = create();
    send('pointerdown', page);
    expect(send('pointermove', host, { buttons: 1 })).toBe(false);
    expect(send('pointerup', host)).toBe(false);
    expect(send('mouseup', host)).toBe(false);
    expect(send('pointermove', host)).toBe(true);
  });

  test('a press in the card keeps moves, release and click beside it', () => {
    const { send, point } = create();
    point('#one');
    send('pointerdown', host);
    point(null);
    expect(send('pointermove', page, { buttons: 1 })).toBe(true);
    expect(send('mouseup', page)).toBe(true);
    expect(send('click', document.documentElement)).toBe(true);
    expect(send('pointermove', page)).toBe(false);
    expect(send('selectionchange', document)).toBe(true);
    send('pointerdown', page);
    expect(send('selectionchange', document)).toBe(false);
  });
});

describe('clicks', () => {
  /** Presses at one place, releases at another, and says which elements got the copy. */
  function click(press: string, release: string) {
    const got: string[] = [];
    root.addEventListener('click', (event) => got.push((event.target as Element).localName));
    const kit = create();
    kit.point(press);
    kit.send('pointerdown', host);
    kit.point(release);
    kit.send('click', host);
    return got;
  }

  test.each([
    ['on an element', 'i', 'i', ['i']],
    ['from one button to another: neither is pressed', '#one', '#two', ['div']],
    ['within a button', 'i', '#one', ['button']],
  ])('%s', (_, press, release, wanted) => {
    expect(click(press, release)).toEqual(wanted);
  });

  test('by key goes to what has focus, whatever lies under the pointer', () => {
    const { send, point } = create();
    const got = vi.fn();
    root.querySelector('#two')!.addEventListener('click', got);
    (root.querySelector('#two') as HTMLElement).focus();
    point('#one');
    expect(send('click', host, { detail: 0 })).toBe(true);
    expect(got).toHaveBeenCalledOnce();
  });

  test('the copy stays in the shadow root, and follows no link of its own', () => {
    const outside = vi.fn();
    document.addEventListener('click', outside);
    const { send, point } = create();
    point('a');
    let copy: MouseEvent | undefined;
    root.querySelector('a')!.addEventListener('click', (event) => (copy = event));
    send('pointerdown', host);
    send('click', host, { ctrlKey: true });
    expect(copy).toMatchObject({ composed: false, ctrlKey: true, defaultPrevented: true });
    expect(outside).not.toHaveBeenCalled();
    document.removeEventListener('click', outside);
  });
});

describe('focus', () => {
  /** Moves focus as a browser tells of it: blur and focusout, then focus and focusin. */
  function move(send: ReturnType<typeof create>['send'], from: EventTarget | null, to: EventTarget | null) {
    const heard: string[] = [];
    const one = (type: string, target: EventTarget, relatedTarget: EventTarget | null) => {
      if (!send(type, target, { relatedTarget })) heard.push(type);
    };
    for (const type of ['blur', 'focusout']) if (from) one(type, from, to);
    for (const type of ['focus', 'focusin']) if (to) one(type, to, from);
    return heard;
  }
  const told = () => {
    const heard: string[] = [];
    for (const type of ['blur', 'focusout']) field.addEventListener(type, () => heard.push(type));
    return heard;
  };

  test('lent to the card and given back, the page hears nothing', () => {
    const kit = create();
    expect(move(kit.send, field, host)).toEqual([]);
    expect(move(kit.send, host, field)).toEqual([]);
    expect(kit.told).toEqual([
      ['focus', true],
      ['focus', false],
    ]);
    expect(move(kit.send, field, page)).toEqual(['blur', 'focusout', 'focus', 'focusin']);
  });

  test('given back after the card is gone, the page hears nothing either', async () => {
    vi.useFakeTimers();
    const heard = told();
    const kit = create();
    move(kit.send, field, host);
    kit.claims.release();
    expect(move(kit.send, null, field)).toEqual([]);
    await vi.runAllTimersAsync();
    expect(heard).toEqual([]);
    vi.useRealTimers();
  });

  test('gone elsewhere, the lender hears that it was left, once and before the other hears', () => {
    const heard = told();
    const kit = create();
    move(kit.send, field, host);
    expect(move(kit.send, host, page)).toEqual(['focus', 'focusin']);
    expect(heard).toEqual(['blur', 'focusout']);
    kit.claims.release();
    expect(heard).toHaveLength(2);
  });

  test('gone nowhere, it hears after the card is closed', async () => {
    vi.useFakeTimers();
    const heard = told();
    const kit = create();
    move(kit.send, field, host);
    kit.claims.release();
    expect(heard).toEqual([]);
    await vi.runAllTimersAsync();
    expect(heard).toEqual(['blur', 'focusout']);
    vi.useRealTimers();
  });

  test('a window that loses focus does not take it from the card', () => {
    const kit = create();
    (root.querySelector('#one') as HTMLElement).focus();
    vi.spyOn(document, 'activeElement', 'get').mockReturnValue(host);
    expect(kit.send('blur', host, { relatedTarget: null })).toBe(true);
    expect(kit.told).toEqual([]);
  });
});
