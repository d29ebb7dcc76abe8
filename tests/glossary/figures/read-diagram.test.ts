import { describe, expect, it } from 'vitest';
import { readDiagram } from '../../../glossary/figures/read-diagram';

const draw = (inside: string) =>
  readDiagram(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">
  <title>Boxes &amp; arrows</title>
  <desc>A box with the word token stands left of an arrow
    that leads to the right edge.</desc>
  ${inside}
</svg>`).diagram;
const drawn = (inside: string) => draw(inside)!.svg.slice(2);

describe('a drawing', () => {
  it('is data: the frame, its words apart, no comment and no indentation', () => {
    const box = '<rect class="box hot" x="1" y="2" width="3" height="4"/>';
    expect(
      draw(`<!-- a box -->\n  <g>\n    ${box}\n  </g>\n  <text x="50" y="9">a <tspan class="hot">b</tspan></text>`),
    ).toEqual({
      caption: 'Boxes & arrows',
      alt: 'A box with the word token stands left of an arrow that leads to the right edge.',
      svg: [
        'svg',
        { viewBox: '0 0 300 100' },
        ['g', {}, ['rect', { class: 'box hot', x: '1', y: '2', width: '3', height: '4' }]],
        ['text', { x: '50', y: '9' }, 'a ', ['tspan', { class: 'hot' }, 'b']],
      ],
    });
  });

  it.each([
    ['to the right', '<path class="flow" d="M10 20H60"/>', 'M55 23.5L60 20L55 16.5'],
    ['round a corner, down', '<path class="flow" d="M10 20H60V50"/>', 'M56.5 45L60 50L63.5 45'],
    ['along a curve', '<path class="flow" d="M10 20C10 60 40 60 60 60"/>', 'M55 63.5L60 60L55 56.5'],
    ['up, as a line', '<line class="flow" x1="5" y1="50" x2="5" y2="10"/>', 'M8.5 15L5 10L1.5 15'],
    ['to the left, as points', '<polyline class="flow" points="60,20 60,40 10,40"/>', 'M15 36.5L10 40L15 43.5'],
  ])('gets the head of an arrow that leads %s', (_, flow, head) => {
    expect(drawn(flow)[1]).toEqual(['path', { class: 'flow', d: head }]);
  });

  it('gets a head at both ends where both is said, never a dashed one', () => {
    const [line, head] = drawn('<path class="flow hot off both" d="M10 20H60"/>');
    expect(line).toEqual(['path', { class: 'flow hot off', d: 'M10 20H60' }]);
    expect(head).toEqual(['path', { class: 'flow hot', d: 'M15 16.5L10 20L15 23.5M55 23.5L60 20L55 16.5' }]);
  });

  it('with a fault is none', () => {
    expect(draw('<script/>')).toBeNull();
  });
});
