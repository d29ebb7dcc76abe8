import { describe, expect, it } from 'vitest';
import { headword } from '../../../glossary/rules/headword';
import { findings, form, makeEntry, told } from '../make';

describe('headword', () => {
  it('wants the term and its second names among the forms', () => {
    const entry = makeEntry({ term: 'LoRA', also: ['low-rank adaptation'], forms: [form('adapter')] });
    expect(told(findings(headword, entry))).toEqual([
      'term: "LoRA", which no form has',
      'also[0]: "low-rank adaptation", which no form has',
    ]);
  });

  it('does not mind case, hyphen and space', () => {
    const entry = makeEntry({ term: 'Pre-training', also: ['pretraining'], forms: [form('pre training')] });
    expect(findings(headword, entry)).toEqual([]);
  });
});
