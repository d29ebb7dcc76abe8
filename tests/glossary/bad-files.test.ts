import { describe, expect, it } from 'vitest';
import { checkGlossary } from '../../glossary/check';
import { report } from '../../glossary/faults';
import { readEntry } from '../../glossary/read/read-glossary';
import { faultsOf } from './faults-of';
import { TODAY } from './make';

/** A file in which nothing is wrong. */
const GOOD = `---
term: Beam search
kind: method
category: inference
level: 2
status: stable
reviewed: 2026-11-24
forms:
  - beam search
asked:
  - how does a translator pick its words
  - keep several sentences at once
  - better than taking the best word
sources:
  - { title: "The Harpy Speech Recognition System", url: "https://example.org/harpy", year: 1976 }
evidence:
  - { claim: "Harpy, 1976", url: "https://example.org/harpy", place: "title page", opened: 2026-11-24 }
---

A way of writing text that keeps several half-finished answers alive at once and drops the weakest after every word.

${'It looks at each line that is still alive and tries every word that could come next. '.repeat(6).trim()}

## Questions

### Is it still used?

Yes, mostly in translation and speech, where one good answer is wanted.

### Why not in chat?

Because its safest sentence reads dull, and people like some surprise.
`;
const field = (from: string | RegExp, to: string) => GOOD.replace(from, to);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('an entry file', () => {
  it('in order has no fault', () => {
    expect(faultsOf(GOOD)).toEqual([]);
  });

  it('may have a byte order mark, CRLF, and no newline at its end', () => {
    expect(faultsOf(`\uFEFF${GOOD}`)).toEqual([]);
    expect(faultsOf(GOOD.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(faultsOf(`\uFEFF${GOOD.replaceAll('\n', '\r\n').trimEnd()}`)).toEqual([]);
    const crlf = readEntry('beam-search.md', bytes(GOOD.replaceAll('\n', '\r\n'))).entry;
    expect(crlf).toEqual(readEntry('beam-search.md', bytes(GOOD)).entry);
  });

  it.each<[string, string | Uint8Array, string[]]>([
    ['empty', '', ['file: an empty file']],
    ['of blanks', '\n \n', ['file: an empty file']],
    [
      'not UTF-8',
      new Uint8Array([...bytes('---\nterm: na'), 0xef, 0x76, 0x65]),
      ['file: bytes that are not UTF-8 in line 2'],
    ],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x2d, 0x00]), ['file: bytes that are not UTF-8 in line 1']],
    ['without front matter', '# Beam search\n\nText.', ['file: no front matter: the first line is "# Beam search"']],
    ['whose front matter never ends', GOOD.replace(/\n---\n/, '\n'), ['file: front matter without its end']],
    [
      'whose front matter is a text',
      '---\njust words\n---\nText.',
      ['front matter: "just words"', 'explanation: no text'],
    ],
    ['whose front matter is empty', '---\n---\nText.', ['front matter: "null"', 'explanation: no text']],
    [
      'whose front matter is a list',
      '---\n- a\n- b\n---\nText.',
      ['front matter: "["a","b"]"', 'explanation: no text'],
    ],
    [
      'without a body',
      GOOD.slice(0, GOOD.indexOf('\n---\n') + 5),
      ['quick: no text', 'explanation: 0 words', 'faq: 0 questions'],
    ],
  ])('%s gives one message each', (_, contents, expected) => {
    expect(faultsOf(contents)).toEqual(expected);
  });

  it.each<[string, string | RegExp, string, string[]]>([
    ['a quote that never closes', 'term: Beam search', 'term: "Beam search', ['line 2: Missing closing "quote']],
    [
      'a colon in bare text',
      'term: Beam search',
      'term: Beam: search',
      ['line 2: Nested mappings are not allowed in compact mappings'],
    ],
    ['a field twice', 'level: 2', 'level: 2\nlevel: 3', ['line 6: Map keys must be unique']],
    ['a list out of step', '  - keep several', ' - keep several', ['line 1']],
    ['an unknown field', 'level: 2', 'level: 2\nlevle: 3', ['levle: an unknown field']],
    ['an unknown kind', 'kind: method', 'kind: recipe', ['kind: "recipe"']],
    ['no term', 'term: Beam search\n', '', ['term: nothing']],
    ['a number for a term', 'term: Beam search', 'term: 42', ['term: "42"']],
    ['an empty term', 'term: Beam search', 'term: ""', ['term: an empty text']],
    ['a level beyond three', 'level: 2', 'level: 4', ['level: "4"']],
    ['a level in words', 'level: 2', 'level: two', ['level: "two"']],
    ['a day that does not exist', 'reviewed: 2026-11-24', 'reviewed: 2026-02-30', ['reviewed: "2026-02-30"']],
    ['a form that is a number', '  - beam search', '  - beam search\n  - 7', ['forms[1]: "7"']],
    [
      'a form with a wrong rule',
      '  - beam search',
      '  - { text: beam search, match: loosely }',
      ['forms[0].match: "loosely"'],
    ],
    [
      'a form with a wrong field',
      '  - beam search',
      '  - { text: beam search, case: any }',
      ['forms[0].case: an unknown field'],
    ],
    ['no form at all', 'forms:\n  - beam search', 'forms: []', ['forms: "[]"']],
    ['a text where a list belongs', 'forms:\n  - beam search', 'forms: beam search', ['forms: "beam search"']],
    [
      'an unknown relation',
      'level: 2',
      'level: 2\nrelations: { parent: [token] }',
      ['relations.parent: an unknown field'],
    ],
    ['a relation that is no list', 'level: 2', 'level: 2\nrelations: { needs: token }', ['relations.needs: "token"']],
    ['evidence without a place', ', place: "title page"', '', ['evidence[0].place: nothing']],
    [
      'an address that is none',
      'url: "https://example.org/harpy", year',
      'url: "example.org", year',
      ['sources[0].url: "example.org"'],
    ],
    ['a year in quotes', 'year: 1976', 'year: "1976"', ['sources[0].year: "1976"']],
    ['a list in the text', '\n## Questions', '\n- one\n- two\n\n## Questions', ['text: a list: "- one - two"']],
    ['a code block', '\n## Questions', '\n```\nx = 1\n```\n\n## Questions', ['text: a code block: "``` x = 1 ```"']],
    [
      'a heading of its own',
      '\n## Questions',
      '\n## How it works\n\n## Questions',
      ['text: the heading "## How it works"'],
    ],
    [
      'an answer before its question',
      '### Is it still used?',
      '',
      [
        'faq: text before the first question: "Yes, mostly in translation and speech, where one good answer is wanted."',
      ],
    ],
    [
      'a question without an answer',
      'Because its safest sentence reads dull, and people like some surprise.',
      '',
      ['faq[1]: no answer to "Why not in chat?"'],
    ],
  ])('with %s gives one message that names the place', (_, from, to, expected) => {
    const faults = faultsOf(field(from, to));
    expect(faults).toHaveLength(expected.length);
    for (const [i, text] of expected.entries()) expect(faults[i]).toContain(text);
  });

  it('lists faults of shape and of content together, each with its file, place and fix', () => {
    const contents = field('kind: method', 'kind: recipe')
      .replace('A way of writing', 'Writing')
      .replace(/\n {2}- keep several.*/, '');
    const { faults } = checkGlossary(
      [readEntry('beam-search.md', bytes(contents.replace(' alive at once and drops', ' and drops')))],
      TODAY,
    );
    const errors = faults.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ where, rule }) => `${where} ${rule}`)).toEqual([
      'kind shape',
      'asked asked',
      'quick quick-length',
    ]);
    for (const fault of errors)
      expect(fault).toMatchObject({ file: 'glossary/terms/beam-search.md', fix: expect.stringMatching(/\w/) });
    expect(report(errors).split('\n')[0]).toBe('glossary/terms/beam-search.md');
  });

  it('does not blame others for a file that cannot be read', () => {
    const files = [
      readEntry('beam-search.md', bytes(field('level: 2', 'level: 2\nrelations: { needs: [token] }'))),
      readEntry('token.md', bytes('')),
    ];
    const { faults } = checkGlossary(files, TODAY);
    expect(faults.filter(({ severity }) => severity === 'error').map(({ file }) => file)).toEqual([
      'glossary/terms/token.md',
    ]);
  });

  it('with a name in capitals clashes with no other on any file system', () => {
    expect(faultsOf(GOOD, 'Beam-Search.md')).toEqual(['file: "Beam-Search"']);
  });
});
