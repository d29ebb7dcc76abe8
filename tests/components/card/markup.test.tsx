// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Markup } from '../../../components/card/Markup';
import type { Markup as Node } from '../../../glossary/types';

afterEach(cleanup);

const drawn = (node: Node) => render(<Markup markup={node} />).container;

test('draws elements in order, with attributes and text', () => {
  const fraction: Node = ['mfrac', { linethickness: '1' }, ['mi', {}, 'a<b'], ['mn', {}, '2']];
  const math = drawn(['math', {}, fraction]).querySelector('math')!;
  expect(math.outerHTML).toBe('<math><mfrac linethickness="1"><mi>a&lt;b</mi><mn>2</mn></mfrac></math>');
});

test.each([
  ['a script', ['script', {}, 'x()']],
  ['foreign HTML', ['foreignObject', {}, ['div', {}]]],
  ['an image', ['image', { href: 'x' }]],
  ['a style', ['style', {}, '* {}']],
  ['a use', ['use', { href: '#a' }]],
] as [string, Node][])('leaves out %s', (_, node) => {
  expect(drawn(['svg', {}, ['g', {}, node], ['path', { d: 'M0 0' }]]).querySelector('svg')!.innerHTML).toBe(
    '<g></g><path d="M0 0"></path>',
  );
});

test.each([
  ['onclick', 'x()'],
  ['ONLOAD', 'x()'],
  ['style', 'fill:red'],
  ['href', 'https://example.org'],
  ['xlink:href', '#a'],
  ['src', 'x.png'],
  ['fill', 'url(https://example.org/x)'],
  ['fill', 'URL( "x" )'],
])('leaves out %s="%s"', (name, value) => {
  const path = drawn(['svg', {}, ['path', { d: 'M0 0', [name]: value }]]).querySelector('path')!;
  expect(path.getAttributeNames()).toEqual(['d']);
});
