import type { Answer, Marionette } from './marionette.ts';

interface Point {
  x: number;
  y: number;
}

/** Keys as WebDriver numbers them. */
const KEYS: Record<string, string> = {
  Escape: '\uE00C',
  Enter: '\uE007',
  Tab: '\uE004',
  Backspace: '\uE003',
  Delete: '\uE017',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Space: ' ',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};

/**
 * Real mouse, touch and key events of a page, at viewport px. `run` takes the page's turn; `origin` tells where the
 * page's viewport begins just now in what the protocol takes for one.
 */
export function createInput(
  run: (work: (send: Marionette['send']) => Promise<Answer>) => Promise<Answer>,
  origin: () => Promise<Point> = async () => ({ x: 0, y: 0 }),
) {
  const placeFrom = async () => {
    const from = await origin();
    return (x: number, y: number) => ({ x: Math.round(from.x + x), y: Math.round(from.y + y) });
  };
  const perform = (actions: object[]) => run((send) => send('WebDriver:PerformActions', { actions }));
  const pointer = (pointerType: 'mouse' | 'touch', actions: object[]) =>
    perform([{ type: 'pointer', id: pointerType, parameters: { pointerType }, actions }]);
  const keys = (actions: object[]) => perform([{ type: 'key', id: 'keyboard', actions }]);
  const code = (name: string) => {
    const value = KEYS[name] ?? name;
    if ([...value].length !== 1) throw new Error(`Unknown key ${name}`);
    return value;
  };
  const MOUSE = { pointerDown: { type: 'pointerDown', button: 0 }, pointerUp: { type: 'pointerUp', button: 0 } };
  let at = { x: 0, y: 0 };

  return {
    async move(x: number, y: number, { steps, ms } = { steps: 1, ms: 0 }) {
      const from = at;
      const place = await placeFrom();
      const actions = Array.from({ length: steps }, (_, step) => {
        const share = (step + 1) / steps;
        const to = place(from.x + (x - from.x) * share, from.y + (y - from.y) * share);
        return [
          { type: 'pause', duration: Math.round(ms / steps) },
          { type: 'pointerMove', duration: 0, ...to },
        ];
      }).flat();
      at = { x, y };
      await pointer('mouse', actions);
    },
    down: () => pointer('mouse', [MOUSE.pointerDown]),
    up: () => pointer('mouse', [MOUSE.pointerUp]),
    async tap(x: number, y: number) {
      const to = (await placeFrom())(x, y);
      await pointer('touch', [{ type: 'pointerMove', duration: 0, ...to }, MOUSE.pointerDown, MOUSE.pointerUp]);
    },
    async wheel(x: number, y: number, deltaY: number) {
      await perform([
        { type: 'wheel', id: 'wheel', actions: [{ type: 'scroll', ...(await placeFrom())(x, y), deltaX: 0, deltaY }] },
      ]);
    },
    press: (name: string, modifiers: string[] = []) =>
      keys([
        ...modifiers.map((modifier) => ({ type: 'keyDown', value: code(modifier) })),
        { type: 'keyDown', value: code(name) },
        { type: 'keyUp', value: code(name) },
        ...modifiers.map((modifier) => ({ type: 'keyUp', value: code(modifier) })),
      ]),
    type: (text: string) =>
      keys(
        [...text].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      ),
  };
}
