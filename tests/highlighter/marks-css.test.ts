import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULES } from '../../highlighter/paint/rules';

const plain = (css: string) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*([{}:;,])\s*/g, '$1')
    .replace(/;}/g, '}')
    .replace(/0\.24/g, '.24')
    .replace(/::?highlight/g, '::highlight')
    .trim();

test('shadow roots get the rules that the document gets', () => {
  expect(plain(RULES)).toBe(plain(readFileSync('public/marks.css', 'utf8')));
});

test('the line has no colour of its own', () => {
  expect(RULES).not.toMatch(/color|#|rgb/);
});
