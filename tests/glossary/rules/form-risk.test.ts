import { describe, expect, it } from 'vitest';
import { formRisk } from '../../../glossary/rules/form-risk';
import { findings, form, makeEntry, told } from '../make';

const check = (more: Parameters<typeof makeEntry>[0]) => told(findings(formRisk, makeEntry(more)));
const token = form('token', { risk: 'cues' });

describe('form-risk', () => {
  it('wants a sense and cues of a form with risk: cues', () => {
    expect(check({ forms: [token] })).toEqual([
      'sense: nothing, though "token" is risky',
      'cues.for: nothing, though "token" has risk: cues',
    ]);
    expect(check({ forms: [token], sense: 'unit of text', cues: { for: ['model'], against: [] } })).toEqual([]);
  });

  it('wants a sense alone of a form with risk: page', () => {
    expect(check({ forms: [form('embedding', { risk: 'page' })], sense: 'list of numbers' })).toEqual([]);
  });

  it('wants 2–4 words of sense, and no cues where nothing is risky', () => {
    expect(check({ sense: 'text' })).toEqual(['sense: 1 words']);
    expect(check({ cues: { for: ['model'], against: [] } })).toEqual(['cues: cues, though every form has risk: none']);
  });

  it('knows everyday words: "attention" is never safe, "backpropagation" is, and capitals can make one so', () => {
    expect(check({ forms: [form('attention')] })).toEqual(['forms[0]: the everyday word "attention" with risk: none']);
    expect(check({ forms: [form('backpropagation')] })).toEqual([]);
    expect(check({ forms: [form('DAN', { match: 'exact' })] })).toEqual([]);
  });
});
