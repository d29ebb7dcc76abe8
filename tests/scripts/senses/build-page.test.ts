import { describe, expect, test } from 'vitest';
import { buildPage } from '../../../scripts/senses/build-page';
import { readForms } from '../../../scripts/senses/forms';

const forms = readForms(
  [
    'agent',
    'token, tokenized',
    'policy',
    '=RAG',
    '^gemini',
    '## likely',
    'neural network',
    '## sure',
    '=AI',
    'AI agent',
  ].join('\n'),
);
const HEAD = 'title: A page\nkind: news\nabout: mixed\n---\n';
const build = (body: string, head = HEAD) => buildPage('a-page', head + body, forms);
const signs = (body: string, head?: string) => {
  const { text, mentions } = build(body, head);
  return mentions.map(({ start, end, sign }) => sign + text.slice(start, end));
};

describe('labels of a source', () => {
  test('a mark is a label, and no part of the text', () => {
    const { text, labels, html } = build('The [-agent] sold a [+token].');
    expect(text).toBe('The agent sold a token.');
    expect(html).toContain('<p>The agent sold a token.</p>');
    expect(
      labels.map(({ surface, page_offset, is_ai_sense, form }) => [surface, page_offset, is_ai_sense, form]),
    ).toEqual([
      ['agent', 4, false, 'agent'],
      ['token', 17, true, 'token'],
    ]);
  });

  test('words that are surely AI label themselves, unless a mark says otherwise', () => {
    expect(signs('An AI agent, and AI. Flight [-AI] 302.')).toEqual(['+AI agent', '+AI', '-AI']);
  });

  test('likely ones do so on pages about AI and mixed ones only', () => {
    expect(signs('A neural network.')).toEqual(['+neural network']);
    expect(() => build('A neural network.', HEAD.replace('mixed', 'other'))).toThrow(/“neural network” has no label/);
  });

  test('on a page about other things, a head may say that all unmarked words are other senses', () => {
    const head = 'title: A page\nkind: news\nabout: other\nunmarked: other\n---\n';
    expect(signs('The agent lost a token; the [+agent] did not.', head)).toEqual(['-agent', '-token', '+agent']);
    expect(() => build('An agent.', head.replace('about: other', 'about: mixed'))).toThrow(/unmarked: other/);
  });

  test.each([
    ['an occurrence without a mark', 'The agent sold it.', /line 5: “agent” has no label/],
    ['an inflection without a mark', 'It was tokenized.', /“tokenized” has no label/],
    ['a plural in a heading', '# Policies', /“Policies” has no label/],
    ['a table cell', '| a | agent |', /“agent” has no label/],
    ['a mark on a word that is not listed', 'A [+teapot].', /“teapot” is marked and no form/],
    ['an unknown directive', '@wat', /unknown directive/],
    ['a block that is closed twice', '@end', /without an open block/],
    ['@on outside of a mixed page', '@on wat', null],
  ])('%s is an error', (_, body, message) => {
    if (message) expect(() => build(body)).toThrow(message);
    else expect(() => build(body, HEAD.replace('mixed', 'ai'))).toThrow(/@on is for mixed pages/);
  });

  test.each([
    ['code', 'Call `agent()` now.'],
    ['a code block', '```\nagent\n```'],
    ['navigation', '@nav Agent | Policy'],
    ['a rag that is no RAG', 'An old rag, and gemini twins.'],
    ['the later part of a compound', 'The user-agent and @agent.'],
  ])('%s asks for none', (_, body) => {
    expect(build(body).labels).toEqual([]);
  });

  test('a mark may name its form, and dropped mentions are no labels', () => {
    const { labels, mentions } = build('[+Tokens|token] for [?agents].');
    expect(labels.map(({ surface, form }) => [surface, form])).toEqual([['Tokens', 'token']]);
    expect(mentions).toHaveLength(2);
  });

  test('hard is what goes against its page, or its section of a mixed page', () => {
    const hard = (body: string, about: string) =>
      build(body, HEAD.replace('mixed', about)).labels.map((label) => label.hard);
    expect(hard('[+agent] [-agent]', 'ai')).toEqual([false, true]);
    expect(hard('[+agent] [-agent]', 'other')).toEqual([true, false]);
    expect(hard('[+agent] [-agent]\n@on ai\n[+agent] [-agent]', 'mixed')).toEqual([true, false, false, true]);
  });

  test('zones are told apart', () => {
    const { labels } = build('# An [-agent]\nSee {the [-token] page}(/x) or *[-policy]*.');
    expect(labels.map(({ zone }) => zone)).toEqual(['heading', 'link', 'text']);
  });
});
