import { describe, expect, it } from 'vitest';
import { chunkFaults } from '../../scripts/build/chunk-faults';

const content = (over: Partial<Parameters<typeof chunkFaults>[0]> = {}) =>
  chunkFaults({
    fileName: 'content-scripts/content.js',
    code: 'let a=1',
    modules: ['/x/highlighter/index.ts'],
    ...over,
  });

describe('the build guard', () => {
  it('passes a script that holds only ours', () => expect(content()).toEqual([]));

  it.each(['react', 'react-dom', 'scheduler', 'zod', 'webextension-polyfill', 'temml'])(
    'names %s in the content script',
    (name) => {
      expect(content({ modules: [`/x/node_modules/${name}/index.js`] }).join()).toContain(`/node_modules/${name}/`);
    },
  );

  it('lets the card hold React, but neither zod nor what sets formulas', () => {
    const card = (name: string) =>
      chunkFaults({ fileName: 'content-scripts/card.js', code: '', modules: [`/x/node_modules/${name}/index.js`] });
    expect(card('react-dom')).toEqual([]);
    expect(card('zod')).toHaveLength(1);
    expect(card('temml')).toHaveLength(1);
  });

  it.each([
    'fetch("/x")',
    'new XMLHttpRequest()',
    'new WebSocket(a)',
    'new EventSource(a)',
    'navigator.sendBeacon(a)',
    'importScripts(a)',
    'open("https://example.org/collect")',
  ])('turns red on %s in each injected script', (code) => {
    for (const name of ['content', 'guard', 'sense', 'explain', 'card'])
      expect(chunkFaults({ fileName: `content-scripts/${name}.js`, code, modules: [] })).toHaveLength(1);
  });

  it('knows the addresses that are only names', () => {
    expect(content({ code: '"http://www.w3.org/2000/svg"' })).toEqual([]);
  });

  it('lists every fault at once', () => {
    expect(content({ code: 'fetch(a);new WebSocket(b)', modules: ['/x/node_modules/zod/index.js'] })).toHaveLength(3);
  });

  it('leaves pages and worker to their content security policy', () => {
    expect(chunkFaults({ fileName: 'background.js', code: 'fetch(a)', modules: [] })).toEqual([]);
  });
});
