import { describe, expect, it } from 'vitest';
import { formText } from '../../../glossary/rules/form-text';
import type { Form } from '../../../glossary/types';
import { findings, form, makeEntry } from '../make';

const places = (...forms: Form[]) => findings(formText, makeEntry({ forms })).map(({ where }) => where);

describe('form-text', () => {
  it.each(['top-p', 'F1', 'C++', 'A*', 'pass@k', 'τ-bench', 'k-NN', 'o1', 'MM1.5', "Moore's law", 'B²'])(
    'accepts %s',
    (text) => {
      expect(places(form(text, { match: 'exact' }))).toEqual([]);
    },
  );

  it.each(['-p', 'a|b', 'two  spaces', 'x', 'y'.repeat(61), 'a "b"', 'semi;colon'])('refuses %j', (text) => {
    expect(places(form(text))).toEqual(['forms[0]']);
  });

  it('refuses an acronym that is an English word in any case', () => {
    expect(places(form('RAG'))).toEqual(['forms[0]']);
    expect(places(form('RAG', { match: 'exact' }))).toEqual([]);
    expect(places(form('LLM'))).toEqual([]);
  });

  it.each([
    ['fine-tuning', 'fine tuning'],
    ['fine-tuning', 'finetuning'],
    ['agent', 'agents'],
    ['policy', 'policies'],
  ])('refuses what another form finds already: %s, %s', (first, second) => {
    expect(places(form(first), form(second))).toEqual(['forms[1]']);
  });

  it('keeps a plural that has its own risk or case, and a headword that is a plural', () => {
    expect(places(form('weight', { risk: 'cues' }), form('weights', { risk: 'page' }))).toEqual([]);
    expect(places(form('scaling laws'), form('scaling law'))).toEqual([]);
  });
});
