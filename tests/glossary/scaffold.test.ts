import { describe, expect, it } from 'vitest';
import { checkGlossary } from '../../glossary/check';
import { readEntry } from '../../glossary/read/read-glossary';
import { scaffold } from '../../glossary/scaffold';
import { entryFile } from './entry-file';
import { TODAY } from './make';

const bytes = (text: string) => new TextEncoder().encode(text);
const files = [
  readEntry('pre-training.md', bytes(entryFile('pre-training'))),
  readEntry('token.md', bytes(entryFile('token').replace('kind: method', 'kind: method\nmoved: [word-piece]'))),
];
const make = (term: string) => scaffold(term, files, TODAY);

describe('a new term', () => {
  it.each([
    ['Beam search', 'beam-search', 'beam search'],
    ['  Tree   of thoughts ', 'tree-of-thoughts', 'tree of thoughts'],
    ['LoRA', 'lora', '{ text: LoRA, match: exact }'],
    ['k-NN', 'k-nn', '{ text: k-NN, match: exact }'],
    ['Tree Of Thoughts', 'tree-of-thoughts', 'tree of thoughts'],
    ['No', 'no', '"no"'],
    ['C++: a b', 'c-a-b', '"c++: a b"'],
    ['Naïve Bayes', 'naive-bayes', 'naïve bayes'],
    ['3D parallelism', '3d-parallelism', '{ text: "3D parallelism", match: exact }'],
  ])('%s becomes %s with the form %s', (term, id, form) => {
    const made = make(term);
    expect(made.id).toBe(id);
    expect(made.contents).toContain(`\n  - ${form}\n`);
  });

  it('can be read at once, and says itself what is missing', () => {
    const { id, contents } = make('Beam search');
    const file = readEntry(`${id}.md`, bytes(contents));
    expect(file.faults).toEqual([]);
    const { faults } = checkGlossary([...files, file], TODAY, id);
    const open = faults.filter(({ severity }) => severity === 'error').map(({ where, rule }) => `${where} ${rule}`);
    expect(open.sort()).toEqual([
      'asked asked',
      'asked[0] unfilled',
      'explanation explanation-length',
      'explanation unfilled',
      'faq faq-count',
      'faq[0] unfilled',
      'faq[0] unfilled',
      'quick unfilled',
      'sources sources',
    ]);
  });

  it.each([
    ['', 'Name the term'],
    ['   ', 'Name the term'],
    ['x'.repeat(61), 'has 61 characters; a term has at most 60'],
    ['日本語', 'holds "日"'],
    ['a|b', 'holds "|"'],
    ['a\u0007b', 'holds "\\u0007"'],
    ['-flag', 'must start with a letter or digit'],
    ['τττ', 'gives no file name'],
    ['Pre-training', 'is there already: edit glossary/terms/pre-training.md'],
    ['pretraining', 'is a form of pre-training ("pre training")'],
    ['Tokens', 'is a form of token ("token")'],
    ['Word piece', 'is a former id of token'],
  ])('%j is refused: %s', (term, message) => {
    expect(() => make(term)).toThrow(message);
  });

  it('is refused in one line', () => {
    for (const term of ['', 'a|b', 'Tokens']) {
      try {
        make(term);
        expect.unreachable();
      } catch (error) {
        expect((error as Error).message).not.toContain('\n');
      }
    }
  });
});
