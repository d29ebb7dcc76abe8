import { describe, expect, it } from 'vitest';
import { diagram } from '../../../glossary/rules/diagram';
import { findings, makeEntry, told } from '../make';

const TITLE = '<title>A box and an arrow</title>';
const DESC = '<desc>A box with the word token stands left of an arrow that leads to the right edge.</desc>';
const BOX = '<rect class="box" x="10" y="10" width="80" height="30"/>';
const drawing = (inside: string, words = TITLE + DESC, frame = 'viewBox="0 0 300 60"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${frame}>\n${words}\n${inside}\n</svg>\n`;
const faults = (source: string) => told(findings(diagram, makeEntry({ diagram: source })));

describe('diagram', () => {
  it('passes an entry without one, and a drawing in the language of drawings', () => {
    expect(findings(diagram, makeEntry())).toEqual([]);
    const inside = `${BOX}<!-- ours --><g transform="translate(90 0)"><path class="flow hot" d="M10 25H200"/></g>
      <text x="50" y="25" class="mono">token</text><circle class="dot off" cx="250" cy="50" r="4"/>`;
    expect(faults(drawing(inside))).toEqual([]);
  });

  it.each([
    ['an element that never ends', drawing('<g>'), /^diagram line 4: <\/svg> where <g> is open/],
    ['text after the end', `${drawing(BOX)}x`, /line 5: text outside/],
    ['a declaration', `<?xml version="1.0"?>${drawing(BOX)}`, /line 1: what XML does not allow: <\?xml/],
    ['an entity', drawing('<text x="50" y="25">&nbsp;</text>'), /line 3: an entity that XML does not know: &nbsp;/],
    ['an attribute without quotes', drawing('<rect class="box" x=3/>'), /line 3: what XML does not allow/],
    ['nothing', '', /line 1: no element/],
  ])('names the line of %s', (_, source, message) => {
    expect(faults(source)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['a script', '<script>x()</script>', ['diagram line 3: <script>']],
    ['a style sheet', '<style>* {}</style>', ['diagram line 3: <style>']],
    ['foreign HTML', '<foreignObject/>', ['diagram line 3: <foreignObject>']],
    ['an image', '<image href="https://example.org/x.png"/>', ['diagram line 3: <image>']],
    ['a link', '<a href="https://example.org"/>', ['diagram line 3: <a>']],
    ['a colour of its own', BOX.replace('/>', ' fill="red"/>'), ['diagram line 3: fill of <rect>']],
    ['a style of its own', BOX.replace('/>', ' style="fill:red"/>'), ['diagram line 3: style of <rect>']],
    ['a handler', BOX.replace('/>', ' onclick="x()"/>'), ['diagram line 3: onclick of <rect>']],
    ['type of its own size', '<text x="50" y="25" font-size="8">a</text>', ['diagram line 3: font-size of <text>']],
    ['a class that nobody draws', BOX.replace('box', 'box red'), ['diagram line 3: class "red" of <rect>']],
    ['a shape without a class', '<path d="M0 0H9"/>', ['diagram line 3: <path> with class=""']],
    ['a shape of two kinds', BOX.replace('box', 'box cell'), ['diagram line 3: <rect> with class="box cell"']],
    ['a turned group', '<g transform="rotate(9)"/>', ['diagram line 3: transform="rotate(9)"']],
    [
      'a flow of curves by steps',
      '<path class="flow" d="m0 0l9 9"/>',
      ['diagram line 3: a flow whose end cannot be found'],
    ],
    ['bare text', '<g>token</g>', ['diagram line 3: text in <g>']],
    ['a box outside', BOX.replace('"10"', '"230"'), ['diagram line 3: <rect> outside of the drawing']],
    [
      'a box shifted outside',
      `<g transform="translate(0 30)">${BOX}</g>`,
      ['diagram line 3: <rect> outside of the drawing'],
    ],
    ['a box of no width', BOX.replace(' width="80"', ''), ['diagram line 3: <rect> outside of the drawing']],
    [
      'text that is too long for its place',
      '<text x="280" y="25">tokenizer</text>',
      ['diagram line 3: <text> outside of the drawing: “tokenizer”'],
    ],
  ])('refuses %s', (_, inside, expected) => {
    expect(faults(drawing(inside))).toEqual(expected);
  });

  it.each([
    ['a frame of another width', drawing(BOX, undefined, 'viewBox="0 0 320 60"'), 'viewBox="0 0 320 60"'],
    ['a frame that is too high', drawing(BOX, undefined, 'viewBox="0 0 300 321"'), 'viewBox="0 0 300 321"'],
    ['a width', drawing(BOX, undefined, 'viewBox="0 0 300 60" width="300"'), 'width of <svg>'],
    ['no caption', drawing(BOX, DESC), '<title> of 0 characters'],
    ['a caption to be written', drawing(BOX, `<title>TODO a caption</title>${DESC}`), '<title> of 14 characters'],
    ['no text alternative', drawing(BOX, TITLE), '<desc> of 0 characters'],
    ['a text alternative of a few words', drawing(BOX, `${TITLE}<desc>A box.</desc>`), '<desc> of 6 characters'],
    ['too many bytes', drawing(BOX.repeat(120)), ' bytes'],
  ])('refuses %s', (_, source, message) => {
    expect(faults(source)).toEqual([expect.stringContaining(message)]);
  });

  it('lists every fault at once', () => {
    expect(faults(drawing('<script/><rect class="box" fill="red"/>', TITLE))).toHaveLength(4);
  });
});
