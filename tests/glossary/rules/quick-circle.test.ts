import { describe, expect, it } from 'vitest';
import { quickCircle } from '../../../glossary/rules/quick-circle';
import type { EntrySource } from '../../../glossary/schema';
import { findings, form, makeEntry } from '../make';

const check = (term: string, quick: string, more: Partial<EntrySource> = {}, others: EntrySource[] = []) =>
  findings(quickCircle, makeEntry({ term, forms: [form(term)], quick, ...more }), others).map(({ found }) => found);

describe('quick-circle', () => {
  it.each([
    ['quantization', 'Quantizing the numbers of a model so that it needs less memory.'],
    ['training data', 'The text on which a model is trained before it is put to use.'],
    ['prompt injection', 'An attack that slips a hidden prompt into a text.'],
    ['mixture of experts', 'A design in which each expert sees a part of the words.'],
    ['top-p', 'A setting known as top-p that cuts off the unlikely words.'],
  ])('finds the circle in %s: %s', (term, quick) => {
    expect(check(term, quick)).toEqual([expect.stringContaining('a circle')]);
  });

  it.each([
    ['quantization', 'Storing the numbers of a model with fewer bits so that it needs less memory.'],
    ['reward model', 'A model that gives each answer a mark, standing in for human judges.'],
    ['chain of thought', 'Steps that a model writes down before it answers.'],
  ])('finds none in %s: %s', (term, quick) => {
    expect(check(term, quick)).toEqual([]);
  });

  it('allows a word that another entry defines, and ignores modifiers of mere variants', () => {
    const prompt = makeEntry({ id: 'prompt', forms: [form('prompt')] });
    expect(check('prompt injection', 'An attack that slips a hidden prompt into a text.', {}, [prompt])).toEqual([]);
    expect(
      check('token', 'A piece of text that a model reads.', { forms: [form('token'), form('text token')] }),
    ).toEqual([]);
  });
});
