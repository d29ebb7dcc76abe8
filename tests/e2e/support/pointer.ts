import type { Frame, Page } from '../../../scripts/browser/driver';

export interface Spot {
  x: number;
  y: number;
}

/** Brings a text into the middle of the view, and gives the middle of its first line in viewport px. */
export async function spotOf(frame: Frame, text: string, nth = 0): Promise<Spot> {
  return frame.evaluate(
    (wanted: string, skip: number) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
        const from = node.data.indexOf(wanted);
        if (from < 0 || skip-- > 0) continue;
        node.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, from + wanted.length);
        const { left, top, width, height } = range.getClientRects()[0]!;
        return { x: left + width / 2, y: top + height / 2 };
      }
      throw new Error(`The page has no text “${wanted}”`);
    },
    text,
    nth,
  );
}

/** Moves the pointer to a spot as a hand does, and leaves it there. */
export async function rest(page: Page, { x, y }: Spot): Promise<void> {
  await page.move(x - 24, y + 6);
  await page.move(x, y, { steps: 6, ms: 120 });
}
