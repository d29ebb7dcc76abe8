import type { AccessibleNode, Frame, Page } from '../../../scripts/browser/driver';
import { until } from '../../../scripts/browser/poll';
import { paintedAt } from './marks';
import { rest, type Spot, spotOf } from './pointer';

const LABEL = ', AI Gloss';

/** What Chromium's content scripts have, and Firefox's have on each element. */
interface Dom {
  dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

/** Rests on a marked text until its card is open; gives the name of its entry. */
export async function openCard(page: Page, text: string, nth = 0): Promise<string> {
  const spot = await spotOf(page, text, nth);
  await until(() => paintedAt(page, text), { what: `a mark on “${text}”` });
  await rest(page, spot);
  return cardName(page);
}

/** Waits for an open card; gives the name of its entry. */
export async function cardName(page: Page): Promise<string> {
  return until(async () => (await cardNodes(page))[0]?.name.replace(LABEL, ''), { what: 'the card to open' });
}

/** The card's part of the accessibility tree: the dialog, then all that is in it. Empty while none is open. */
export async function cardNodes(page: Page): Promise<AccessibleNode[]> {
  if (!(await hasHost(page))) return [];
  const tree = await page.accessibility();
  const start = tree.findIndex(({ role, name }) => role === 'dialog' && name.endsWith(LABEL));
  if (start < 0) return [];
  const end = tree.findIndex(({ depth }, i) => i > start && depth <= tree[start]!.depth);
  return tree.slice(start, end < 0 ? undefined : end);
}

/** What the card says, as a screen reader would meet it. */
export const cardText = async (page: Page): Promise<string> =>
  (await cardNodes(page))
    .filter(({ role }) => role !== 'InlineTextBox')
    .map(({ name }) => name)
    .join(' ')
    .replace(/\s+/g, ' ');

/** Waits until the card says something. */
export const whenCardSays = (page: Page, words: string | RegExp) =>
  until(async () => (await cardText(page)).match(words) !== null, { what: `the card to say ${words}` });

/** Is an element of ours in the page? */
export const hasHost = (frame: Frame): Promise<boolean> =>
  frame.evaluate(() => document.querySelector('ai-gloss-card') !== null);

export const whenClosed = (page: Page) =>
  until(async () => !(await hasHost(page)), { what: 'the card to close', timeoutMs: 3_000 });

/** Middle of a button or link in the card, by a part of its text or label, scrolled into view. */
export async function spotInCard(page: Page, text: string): Promise<Spot> {
  const spot = await until(
    () =>
      page.evaluateInExtension((wanted: string) => {
        const host = document.querySelector('ai-gloss-card') as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot };
        if (!host) return null;
        const root = host.openOrClosedShadowRoot ?? (chrome as unknown as Dom).dom.openOrClosedShadowRoot(host);
        const control = [...root!.querySelectorAll<HTMLElement>('button, a, summary')].find(
          (one) => one.getClientRects().length && `${one.ariaLabel ?? ''} ${one.textContent}`.includes(wanted),
        );
        if (!control) return null;
        control.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = control.getClientRects()[0]!;
        return { x: left + width / 2, y: top + height / 2 };
      }, text),
    { what: `“${text}” in the card` },
  );
  return spot;
}

/** Moves into the card as a hand does, and presses what is there. */
export async function pressInCard(page: Page, text: string): Promise<void> {
  const { x, y } = await spotInCard(page, text);
  await page.move(x, y, { steps: 8, ms: 150 });
  await page.click(x, y);
}
