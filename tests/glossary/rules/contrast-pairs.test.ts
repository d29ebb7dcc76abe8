import { describe, expect, it } from 'vitest';
import { contrastPairs } from '../../../glossary/rules/contrast-pairs';
import { findings, form, makeEntry, told } from '../make';

const rag = makeEntry({ id: 'retrieval-augmented-generation', forms: [form('RAG', { match: 'exact' })] });
const tuning = makeEntry({ id: 'fine-tuning' });

describe('contrast-pairs', () => {
  it('asks both sides of a pair for their contrast, found by id or form', () => {
    expect(told(findings(contrastPairs, tuning, [rag]))).toEqual([
      'contrasts: none with "retrieval-augmented-generation"',
    ]);
    expect(told(findings(contrastPairs, rag, [tuning]))).toEqual(['contrasts: none with "fine-tuning"']);
  });

  it('is content with the contrast, and with a partner that is not written yet', () => {
    const told = makeEntry({
      id: 'fine-tuning',
      contrasts: [{ with: rag.id, difference: 'looks things up instead of learning them.' }],
    });
    expect(findings(contrastPairs, told, [rag])).toEqual([]);
    expect(findings(contrastPairs, tuning)).toEqual([]);
  });

  it('excuses a side that has no room, once the other side tells them apart', () => {
    const others = ['perplexity', 'token', 'epoch'].map((id) => ({ with: id, difference: 'is another thing.' }));
    const full = makeEntry({ id: 'fine-tuning', contrasts: others });
    const telling = makeEntry({
      ...rag,
      contrasts: [{ with: 'fine-tuning', difference: 'changes the model itself.' }],
    });
    expect(findings(contrastPairs, full, [telling])).toEqual([]);
    expect(told(findings(contrastPairs, full, [rag]))).toHaveLength(1);
  });

  it('lets an entry off whose three places are taken, where its partner tells the difference', () => {
    const to = (id: string) => ({ with: id, difference: 'is another thing altogether.' });
    const full = makeEntry({ id: 'fine-tuning', contrasts: ['a', 'b', 'c'].map(to) });
    expect(findings(contrastPairs, full, [makeEntry({ ...rag, contrasts: [to('fine-tuning')] })])).toEqual([]);
    expect(findings(contrastPairs, full, [rag])).toHaveLength(1);
  });
});
