import { describe, expect, it } from 'vitest';
import { compileFormula } from '../../../glossary/figures/compile-formula';
import type { Markup } from '../../../glossary/types';

const textOf = (node: Markup | string): string =>
  typeof node === 'string' ? node : (node.slice(2) as (Markup | string)[]).map(textOf).join('');
const namesOf = (node: Markup | string): string[] =>
  typeof node === 'string' ? [] : [node[0], ...(node.slice(2) as (Markup | string)[]).flatMap(namesOf)];

describe('a formula', () => {
  it('becomes MathML as data, a block or part of a line', () => {
    expect(compileFormula('W_0', true).math).toEqual([
      'math',
      { display: 'block' },
      ['msub', {}, ['mi', {}, 'W'], ['mn', {}, '0']],
    ]);
    expect(compileFormula('x', false).math).toEqual(['math', {}, ['mi', {}, 'x']]);
  });

  it('keeps entities as letters, and words as words', () => {
    const { math } = compileFormula('p(x_t\\mid x_{<t})\\text{ if }a>b', true);
    expect(textOf(math!).replaceAll('\u00a0', ' ')).toBe('p(xt|x<t) if a>b');
  });

  it.each([
    ['\\begin{cases}1&\\text{if }x>0\\\\0\\end{cases}', ['mtable', 'mtr', 'mtd']],
    ['\\begin{aligned}a&=b\\\\c&=d\\end{aligned}', ['mtable', 'mtr', 'mtd']],
    ['\\hat y=\\underbrace{x}_{abc}', ['mover', 'munder']],
    ['\\sqrt[3]{x}\\quad\\lVert v\\rVert_2', ['mroot', 'mspace', 'msub']],
    ['\\mathbb{E}_{x\\sim p}\\left[\\log\\frac{a}{b}\\right]', ['mfrac']],
  ])('sets %s without style or class of the library', (tex, names) => {
    const { math, fault } = compileFormula(tex, true);
    expect(fault).toBeUndefined();
    expect(namesOf(math!)).toEqual(expect.arrayContaining(names));
    expect(JSON.stringify(math)).not.toMatch(/"style"|tml-(?!left|right)/);
  });
});
