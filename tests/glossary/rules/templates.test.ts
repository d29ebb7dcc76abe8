import { describe, expect, it } from 'vitest';
import { templates } from '../../../glossary/rules/templates';
import { findings, form, makeEntry, told } from '../make';

const entry = (id: string, text: string) =>
  makeEntry({
    id,
    forms: [form(id)],
    explanation: [text],
    faq: [],
    quick: `What ${id} is.`,
  });

describe('templates', () => {
  it('finds a sentence that fits two entries with the names swapped', () => {
    const a = entry('perplexity', 'Perplexity matters because it changes how teams judge quality. It began in speech.');
    const b = entry(
      'recall',
      'Recalls matters because it changes how teams judge quality! Nothing else is alike here at all.',
    );
    expect(told(findings(templates, a, [b]))).toEqual([
      'explanation: "Perplexity matters because it changes how teams judge quality.", which recall says too with the term swapped',
    ]);
    expect(findings(templates, b, [a])).toHaveLength(1);
  });

  it('lets short sentences and sentences of their own be', () => {
    const a = entry('perplexity', 'It depends on the model. Low perplexity means that few words came as a surprise.');
    const b = entry('recall', 'It depends on the model. High recall means that hardly any case was overlooked.');
    expect(findings(templates, a, [b])).toEqual([]);
  });

  it('looks at contrasts and answers too', () => {
    const difference = 'is measured after the fact and by people alone.';
    const a = makeEntry({ id: 'a1', contrasts: [{ with: 'b1', difference }] });
    const b = makeEntry({
      id: 'b1',
      quick: 'Another thing.',
      explanation: [],
      faq: [{ q: 'How?', a: ['Is measured after the fact and by people alone.'] }],
    });
    expect(findings(templates, a, [b]).map(({ where }) => where)).toEqual(['contrasts[0].difference']);
  });
});
