import { describe, expect, it } from 'vitest';
import { compile, pack } from '../../glossary/compile';
import { expandForm } from '../../glossary/expand-forms';
import { RELATED_MAX } from '../../glossary/relate';
import { toJson } from '../../glossary/to-json';
import { form, makeEntry } from './make';

const get = (entries: Parameters<typeof compile>[0], id: string) =>
  compile(entries).entries.find((entry) => entry.id === id)!;

describe('compile', () => {
  it('gives the same result whatever the order of the files', () => {
    const list = ['b', 'c', 'a'].map((id) =>
      makeEntry({ id, relations: { related: ['a', 'b', 'c'].filter((x) => x !== id) } }),
    );
    const one = JSON.stringify({ ...compile(list), ...pack(compile(list)) });
    const other = [...list].reverse();
    expect(JSON.stringify({ ...compile(other), ...pack(compile(other)) })).toBe(one);
    expect(compile(list).entries.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('fills in the other side of every relation that has one', () => {
    const a = makeEntry({
      id: 'a',
      relations: { broader: ['b'], partOf: ['c'], uses: ['d'], successorOf: ['e'], related: ['f'], needs: ['g'] },
    });
    const list = [a, ...['b', 'c', 'd', 'e', 'f', 'g'].map((id) => makeEntry({ id }))];
    const back = Object.fromEntries(
      compile(list).entries.map(({ id, related }) => [id, related.map(({ type }) => type)]),
    );
    expect(back).toEqual({
      a: ['broader', 'partOf', 'uses', 'successorOf', 'related', 'needs'],
      b: ['narrower'],
      c: ['hasPart'],
      d: ['usedIn'],
      e: ['succeededBy'],
      f: ['related'],
      g: [],
    });
  });

  it('names a neighbour once, an entry’s own word first, and stops at the card’s limit', () => {
    const hub = makeEntry({ id: 'hub', relations: { narrower: ['n01'] } });
    const many = Array.from({ length: 20 }, (_, i) =>
      makeEntry({
        id: `n${String(i).padStart(2, '0')}`,
        level: i === 19 ? 1 : 3,
        relations: { broader: ['hub'], related: [] },
      }),
    );
    const { related } = get([hub, ...many], 'hub');
    expect(related).toHaveLength(RELATED_MAX);
    expect(related.map(({ id }) => id).slice(0, 3)).toEqual(['n01', 'n19', 'n00']);
    expect(new Set(related.map(({ id }) => id)).size).toBe(RELATED_MAX);
  });

  it('sets formula and signs, takes the drawing with it, and leaves out those with a fault', () => {
    const drawing = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60">
      <title>One box alone</title><desc>A box stands at the left edge, and nothing stands beside it at all.</desc>${inside}</svg>`;
    const formula = { tex: 'a=b', words: 'One is the other.', where: { a: 'the one', '\\foo': 'a fault' } };
    const box = '<rect class="box" x="1" y="1" width="9" height="9"/>';
    const sound = get([makeEntry({ id: 'a', formula, diagram: drawing(box) })], 'a');
    expect(sound.formula).toEqual({
      math: ['math', { display: 'block' }, ['mrow', {}, ['mi', {}, 'a'], ['mo', {}, '='], ['mi', {}, 'b']]],
      words: 'One is the other.',
      where: [{ sign: ['math', {}, ['mi', {}, 'a']], means: 'the one' }],
    });
    expect(sound.diagram).toMatchObject({ caption: 'One box alone', alt: expect.stringMatching(/^A box stands/) });
    const faulty = { formula: { ...formula, tex: '\\foo' }, diagram: drawing('<script/>') };
    expect(Object.keys(get([makeEntry({ id: 'a', ...faulty })], 'a'))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/formula|diagram/)]),
    );
  });

  it('leaves out what leads nowhere: relations and contrasts go, a link stays as text', () => {
    const entry = get(
      [
        makeEntry({
          id: 'a',
          relations: { needs: ['gone'] },
          contrasts: [{ with: 'gone', difference: 'is not there any more.' }],
          explanation: ['See [[gone|that one]].'],
        }),
      ],
      'a',
    );
    expect(entry).toMatchObject({ related: [], contrasts: [], explanation: [['See that one.']] });
  });

  it('writes the term of a bare link as it stands inside a sentence', () => {
    const terms = [
      makeEntry({ id: 'base-model', term: 'Base model' }),
      makeEntry({ id: 'kv-cache', term: 'KV cache' }),
      makeEntry({ id: 'gemini', term: 'Gemini', forms: [form('Gemini', { match: 'initial' })] }),
    ];
    const a = makeEntry({ id: 'a', explanation: ['The [[base-model]], the [[kv-cache]], the [[gemini]].'] });
    expect(
      get([a, ...terms], 'a')
        .explanation[0]!.filter((part) => Array.isArray(part))
        .map((part) => part[2]),
    ).toEqual(['base model', 'KV cache', 'Gemini']);
  });

  it('tells search all names, and keeps former ids', () => {
    const compiled = compile([makeEntry({ id: 'a', also: ['Second name'], moved: ['old-a'] })]);
    expect(compiled.searchDocs[0]).toMatchObject({ id: 'a', forms: ['a', 'Second name'] });
    expect(compiled.moved).toEqual({ 'old-a': 'a' });
  });
});

describe('glossary:json', () => {
  it('has exactly the promised fields, in plain text', () => {
    const [entry] = toJson(
      compile([
        makeEntry({
          id: 'a',
          explanation: ['One *two*.', 'Three `four`.'],
          faq: [{ q: 'Why?', a: ['So **it** is.'] }],
        }),
      ]),
    );
    expect(Object.keys(entry!)).toEqual([
      'id',
      'term',
      'forms',
      'quick',
      'explanation',
      'faq',
      'contrasts',
      'related',
      'sources',
      'level',
    ]);
    expect(entry).toMatchObject({ explanation: 'One two.\n\nThree four.', faq: [{ q: 'Why?', a: 'So it is.' }] });
  });

  it('lists every spelling that pages may have', () => {
    expect(expandForm(form('fine-tuning job'))).toEqual([
      'fine-tuning job',
      'fine tuning job',
      'fine-tuning-job',
      'finetuningjob',
      'fine-tuning jobs',
      'fine tuning jobs',
      'fine-tuning-jobs',
      'finetuningjobs',
    ]);
    expect(expandForm(form('LoRA'))).toEqual(['LoRA', 'LoRAs']);
    expect(expandForm(form('agentic', { kind: 'inflection' }))).toEqual(['agentic']);
  });
});
