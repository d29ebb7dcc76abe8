import { describe, expect, it } from 'vitest';
import { baseForms, formKey, rootOf, sentencesOf, wordsOf } from '../../glossary/words';

describe('words', () => {
  it('counts hyphenated words, contractions and decimals as one', () => {
    expect(wordsOf("An open-source model doesn't need 3.5 GB, or 1,000.")).toEqual([
      'An',
      'open-source',
      'model',
      "doesn't",
      'need',
      '3.5',
      'GB',
      'or',
      '1,000',
    ]);
  });

  it('splits sentences at their ends alone', () => {
    expect(sentencesOf('It costs 3.5 cents, e.g. Here. Then? “So it is.” Done')).toEqual([
      'It costs 3.5 cents, e.g. Here.',
      'Then?',
      '“So it is.”',
      'Done',
    ]);
  });

  it.each([
    ['trained', 'train'],
    ['stopped', 'stop'],
    ['policies', 'policy'],
    ['easily', 'easy'],
    ['possibly', 'possible'],
    ['writing', 'write'],
    ['readable', 'read'],
  ])('%s may be an inflection of %s', (word, base) => {
    expect(baseForms(word)).toContain(base);
  });

  it.each([
    ['quantization', 'quantized', 'quantizes'],
    ['tokenizer', 'tokens', 'tokenization'],
    ['embedding', 'embedded', 'embeds'],
    ['hallucinate', 'hallucinations', 'hallucinating'],
  ])('%s, %s and %s share a root', (...words) => {
    expect(new Set(words.map(rootOf)).size).toBe(1);
  });

  it('keeps words apart that only begin alike', () => {
    expect(rootOf('model')).not.toBe(rootOf('mode'));
    expect(rootOf('loss')).toBe('loss');
  });

  it('gives spellings of one form one key', () => {
    expect(new Set(['Fine-tuning', 'fine tuning', 'finetuning'].map(formKey)).size).toBe(1);
  });
});
