import { expect, test } from 'vitest';
import { parseMarkup } from '../../../components/card/parse-markup';

test('reads nested elements, attributes, text and entities', () => {
  expect(
    parseMarkup('<math display="block"><mi>a</mi><mo>&lt;&#x2264;&#177;</mo><mspace width="1em"/></math>'),
  ).toEqual({
    name: 'math',
    attributes: { display: 'block' },
    children: [
      { name: 'mi', attributes: {}, children: ['a'] },
      { name: 'mo', attributes: {}, children: ['<≤±'] },
      { name: 'mspace', attributes: { width: '1em' }, children: [] },
    ],
  });
});

test.each([
  ['a script', '<svg><script>x</script></svg>'],
  ['foreign HTML', '<svg><foreignObject/></svg>'],
  ['an image', '<svg><image href="x"/></svg>'],
  ['an end that does not match', '<svg><g></svg>'],
  ['a missing end', '<svg><g></g>'],
  ['an end too many', '<svg></svg></svg>'],
  ['two roots', '<math/><math/>'],
  ['text alone', 'hello'],
  ['an attribute without quotes', '<svg width=3></svg>'],
  ['a comment', '<svg><!-- --></svg>'],
  ['nothing', ''],
])('refuses %s', (_, markup) => {
  expect(parseMarkup(markup)).toBeNull();
});

test.each([
  ['onclick="x()"'],
  ['ONLOAD="x()"'],
  ['style="fill:red"'],
  ['href="https://example.org"'],
  ['xlink:href="#a"'],
  ['src="x.png"'],
  ['fill="url(https://example.org/x)"'],
  ['fill="URL( &#x22;x&#x22; )"'],
])('leaves out %s', (attribute) => {
  expect(parseMarkup(`<svg><path d="M0 0" ${attribute}/></svg>`)?.children[0]).toEqual({
    name: 'path',
    attributes: { d: 'M0 0' },
    children: [],
  });
});

test('a drawing may point at its own markers', () => {
  const line = parseMarkup('<svg><line marker-end="url(#tip)"/></svg>')?.children[0];
  expect(line).toMatchObject({ attributes: { 'marker-end': 'url(#tip)' } });
});
