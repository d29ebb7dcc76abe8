import type { Driver, Page } from '../../../scripts/browser/driver';
import { settle, whenRead } from './marks';

/** All that a page's reader or script could tell a change by. */
export const stateOf = (page: Page) =>
  page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    boxes: [...document.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.localName} ${x} ${y} ${width} ${height}`;
    }),
    scroll: [scrollX, scrollY, document.documentElement.scrollHeight],
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
  }));

const scrollDown = (page: Page) => page.evaluate(() => scrollTo({ top: 700, behavior: 'instant' }));

/** A page, scrolled down, as it is in a browser without the extension (`before`) and in one with it (`after`). */
export async function compare(plain: Driver, browser: Driver, url: string) {
  const [without, page] = [await plain.open(url), await browser.open(url)];
  await whenRead(page);
  await Promise.all([scrollDown(without), scrollDown(page)]);
  const marks = await settle(page);
  const [before, after] = [await stateOf(without), await stateOf(page)];
  await Promise.all([without.close(), page.close()]);
  return { marks, before, after };
}
