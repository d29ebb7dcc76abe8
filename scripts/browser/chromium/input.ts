import type { CdpSession } from './cdp.ts';

const MODIFIERS = { Alt: 1, Control: 2, Meta: 4, Shift: 8 } as const;
type Modifier = keyof typeof MODIFIERS;

/** Key → [code, Windows key code, text that it writes]. */
const KEYS: Record<string, [string, number, string?]> = {
  Escape: ['Escape', 27],
  Enter: ['Enter', 13, '\r'],
  Tab: ['Tab', 9],
  Backspace: ['Backspace', 8],
  Delete: ['Delete', 46],
  Home: ['Home', 36],
  End: ['End', 35],
  PageUp: ['PageUp', 33],
  PageDown: ['PageDown', 34],
  ArrowLeft: ['ArrowLeft', 37],
  ArrowUp: ['ArrowUp', 38],
  ArrowRight: ['ArrowRight', 39],
  ArrowDown: ['ArrowDown', 40],
  Space: ['Space', 32, ' '],
  Shift: ['ShiftLeft', 16],
  Control: ['ControlLeft', 17],
  Alt: ['AltLeft', 18],
  Meta: ['MetaLeft', 91],
};

const describe = (key: string): [string, number, string?] => {
  const known = KEYS[key === ' ' ? 'Space' : key];
  if (known) return known;
  if (key.length !== 1) throw new Error(`Unknown key ${key}`);
  const upper = key.toUpperCase();
  const code = /[A-Z]/.test(upper) ? `Key${upper}` : /\d/.test(key) ? `Digit${key}` : '';
  return [code, code ? upper.charCodeAt(0) : 0, key];
};

/** Real mouse, touch and key events of a page, at viewport px. */
export function createInput(session: CdpSession) {
  let at = { x: 0, y: 0 };
  let buttons = 0;
  const mouse = (type: string, more: object = {}) =>
    session.send('Input.dispatchMouseEvent', { type, ...at, buttons, ...more });

  const key = async (name: string, modifiers: Modifier[], isDown: boolean) => {
    const [code, windowsVirtualKeyCode, text] = describe(name);
    const held = modifiers.reduce((bits, modifier) => bits | MODIFIERS[modifier], 0);
    const isText = text !== undefined && !(held & ~MODIFIERS.Shift);
    await session.send('Input.dispatchKeyEvent', {
      type: isDown ? (isText ? 'keyDown' : 'rawKeyDown') : 'keyUp',
      key: name === 'Space' ? ' ' : name,
      code,
      windowsVirtualKeyCode,
      modifiers: held,
      ...(isDown && isText ? { text } : {}),
    });
  };

  return {
    async move(x: number, y: number, { steps, ms } = { steps: 1, ms: 0 }) {
      const from = at;
      const start = performance.now();
      for (let step = 1; step <= steps; step++) {
        const share = step / steps;
        // The pace of a hand is what is asked for here; nothing is waited for.
        const early = start + ms * share - performance.now();
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
        at = { x: from.x + (x - from.x) * share, y: from.y + (y - from.y) * share };
        await mouse('mouseMoved', buttons ? { button: 'left' } : {});
      }
    },
    async down() {
      buttons = 1;
      await mouse('mousePressed', { button: 'left', clickCount: 1 });
    },
    async up() {
      buttons = 0;
      await mouse('mouseReleased', { button: 'left', clickCount: 1 });
    },
    async tap(x: number, y: number) {
      await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
    async wheel(x: number, y: number, deltaY: number) {
      at = { x, y };
      await mouse('mouseWheel', { deltaX: 0, deltaY });
    },
    async press(name: string, modifiers: Modifier[] = []) {
      for (const modifier of modifiers) await key(modifier, modifiers, true);
      await key(name, modifiers, true);
      await key(name, modifiers, false);
      for (const modifier of modifiers) await key(modifier, [], false);
    },
    async type(text: string) {
      for (const character of text) {
        await key(character, [], true);
        await key(character, [], false);
      }
    },
  };
}
