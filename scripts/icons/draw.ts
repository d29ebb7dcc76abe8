/**
 * Draws public/icon/*.png from the SVGs beside this file: `node scripts/icons/draw.ts`. The drawings were made here,
 * by hand; at 16 and 32 px the lines of the large one would blur, so that they have a drawing of their own.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser/find.ts';

const SIZES = { 16: 'icon-small.svg', 32: 'icon-small.svg', 48: 'icon.svg', 128: 'icon.svg' };
const folder = fileURLToPath(new URL('../../public/icon/', import.meta.url));

const { path } = await findBrowser('chromium', '128');
const browser = await chromium.launch({ executablePath: path, headless: true, args: ['--no-sandbox'] });
mkdirSync(folder, { recursive: true });
for (const [size, file] of Object.entries(SIZES)) {
  const page = await browser.newPage({ viewport: { width: Number(size), height: Number(size) } });
  const svg = readFileSync(new URL(file, import.meta.url), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  writeFileSync(`${folder}${size}.png`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
console.log(`Drew ${Object.keys(SIZES).join(', ')} px into public/icon/`);
