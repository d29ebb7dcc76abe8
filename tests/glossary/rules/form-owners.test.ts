import { describe, expect, it } from 'vitest';
import { formOwners } from '../../../glossary/rules/form-owners';
import type { Form } from '../../../glossary/types';
import { findings, form, makeEntry, told } from '../make';

const check = (a: Form, b: Form, senses: { a?: string; b?: string } = {}) =>
  told(
    findings(formOwners, makeEntry({ id: 'a', forms: [a], sense: senses.a }), [
      makeEntry({ id: 'b', forms: [b], sense: senses.b }),
    ]),
  );

describe('form-owners', () => {
  it.each([
    ['fine-tuning', 'fine tuning'],
    ['fine-tuning', 'finetuning'],
    ['weight', 'weights'],
    ['policies', 'policy'],
    ['Token', 'token'],
  ])('refuses %s beside %s', (a, b) => {
    expect(check(form(a), form(b))).toEqual([`forms[0]: "${a}", which b claims too ("${b}")`]);
  });

  it('keeps exact forms apart by case', () => {
    expect(check(form('MoE', { match: 'exact' }), form('MOE', { match: 'exact' }))).toEqual([]);
    expect(check(form('MoE', { match: 'exact' }), form('MoEs', { match: 'exact' }))).toHaveLength(1);
  });

  it('lets two case rules share letters only where both entries declare a sense', () => {
    const [React, react] = [form('ReAct', { match: 'exact' }), form('react')];
    expect(check(React, react)).toHaveLength(1);
    expect(check(React, react, { a: 'agent pattern' })).toHaveLength(1);
    expect(check(React, react, { a: 'agent pattern', b: 'interface library' })).toEqual([]);
    expect(check(react, react, { a: 'agent pattern', b: 'interface library' })).toHaveLength(1);
  });
});
