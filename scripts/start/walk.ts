import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { AccessibleNode, Driver, Page } from '../browser/driver.ts';
import { until } from '../browser/poll.ts';
import { ROOT } from '../lib/setup.mjs';

/** What a reader would do, step by step, with a picture of each surface in `folder`. Throws where a step fails. */
export async function walk(driver: Driver, page: Page, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const picture = async (name: string, of: Page) => {
    const file = join(folder, `${driver.name}-${name}.png`);
    writeFileSync(file, await of.screenshot());
    return relative(ROOT, file);
  };
  const pictures: string[] = [];
  const spot = await firstMark(page);
  pictures.push(await picture('page', page));
  if (spot) {
    await page.move(spot.x - 30, spot.y + 8);
    await page.move(spot.x, spot.y, { steps: 8, ms: 160 });
    const start = performance.now();
    const card = await until(() => readCard(page), { what: `the card of “${spot.form}” to open` });
    const ms = Math.round(performance.now() - start);
    console.log(`Card of “${spot.form}”, ${ms} ms after the pointer came to rest: ${card.heading}. ${card.text}`);
    pictures.push(await picture('card', page));
    await page.press('Escape');
    await until(async () => !(await readCard(page)), { what: 'Escape to close the card' });
  }
  const popup = await driver.openPopup();
  pictures.push(await picture('popup', await searchIn(popup)));
  if (await page.evaluate(() => location.protocol.startsWith('http'))) await switchOffAndOn(page, popup);
  await popup.close();
  console.log(`Pictures: ${pictures.join(', ')}`);
}

interface Spot {
  form: string;
  x: number;
  y: number;
}

/** The first painted mark that is in view, and a point on it; null on a page without any. */
async function firstMark(page: Page): Promise<Spot | null> {
  const isMarked = await page.evaluateInExtension(async () => (await globalThis.aiGloss!.marks()).length > 0);
  if (!isMarked) return null;
  const find = () =>
    page.evaluateInExtension(() => {
      const { highlighter } = globalThis.aiGlossEngine!;
      for (const mention of highlighter.mentions()) {
        const [rect] = mention.chosen ? highlighter.rectsOf(mention) : [];
        if (!rect || rect.top < 0 || rect.bottom > innerHeight || rect.left < 0 || rect.right > innerWidth) continue;
        const form = mention.nodes[0]!.data.slice(mention.from, mention.nodes.length > 1 ? undefined : mention.to);
        const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2];
        if (highlighter.mentionAt(x, y) === mention) return { form, x, y };
      }
      return null;
    });
  const spot = await find();
  if (spot) return spot;
  // None on the first screen: go to the first one there is.
  await page.evaluateInExtension(() => {
    const [mention] = globalThis.aiGlossEngine!.highlighter.mentions().filter(({ chosen }) => chosen);
    mention?.nodes[0]?.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
  return until(find, { what: 'a mark in view' });
}

/** Heading and first sentence of the open card, as a screen reader is told them; null while none is open. */
async function readCard(page: Page): Promise<{ heading: string; text: string } | null> {
  if (!(await page.evaluate(() => document.querySelector('ai-gloss-card') !== null))) return null;
  const tree = await page.accessibility();
  const start = tree.findIndex(({ role, name }) => role === 'dialog' && name.endsWith('AI Gloss'));
  if (start < 0) return null;
  const inside = (node: AccessibleNode, i: number) => i > start && node.depth > tree[start]!.depth;
  const nodes = tree.filter(inside);
  const heading = nodes.find(({ role }) => role === 'heading')?.name;
  const text = nodes.find(({ role, name }) => role === 'StaticText' && name.length > 40)?.name;
  return heading && text ? { heading, text } : null;
}

/** Types into the popup's search as a reader would, and waits for an answer. */
async function searchIn(popup: Page): Promise<Page> {
  const box = await until(
    () =>
      popup.evaluate(() => {
        const input = document.querySelector<HTMLElement>('[role=combobox]');
        if (!input) return null;
        input.focus();
        const { left, top, width, height } = input.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }),
    { what: 'the search of the popup' },
  );
  await popup.click(box.x, box.y);
  await popup.type('pretrainng');
  const names = await until(
    () =>
      popup.evaluate(() =>
        // Not by layout: Firefox lays rows out when they come into view.
        [...document.querySelectorAll('[role=option]')].map((option) => option.firstElementChild?.textContent ?? ''),
      ),
    { what: 'results in the popup' },
  ).then((found) => found.slice(0, 3));
  console.log(`Popup: a search for “pretrainng” gives ${names.join(', ')}`);
  return popup;
}

/** The site switch: marks go at once, and come back without a reload. */
async function switchOffAndOn(page: Page, popup: Page): Promise<void> {
  const painted = () => page.evaluate(() => CSS.highlights?.get('ai-gloss-mark')?.size ?? 0);
  const before = await painted();
  const press = async () => {
    const { x, y } = await popup.evaluate(() => {
      const { left, top, width, height } = document.querySelector('[role=switch]')!.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await popup.click(x, y);
  };
  await press();
  await until(async () => (await painted()) === 0, { what: 'the marks to go when the site is switched off' });
  await press();
  await until(async () => (await painted()) >= before, { what: 'the marks to come back when the site is switched on' });
  console.log(
    `Site switch: off took ${before} painted marks away, on brought ${await painted()} back, without a reload.`,
  );
}
