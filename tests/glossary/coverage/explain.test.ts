import { describe, expect, it } from 'vitest';
import { explain, type Met, shareOf } from '../../../glossary/coverage/explain';
import { form } from '../make';

const met = (term: string, weight: number, also: string[] = []): Met => ({ term, weight, also });
const entries = [
  { id: 'pre-training', forms: [form('pre-training')] },
  { id: 'rlhf', forms: [form('RLHF', { match: 'exact' })] },
];

describe('which terms are explained', () => {
  it.each([
    ['pre-training', 'as listed'],
    ['Pretraining', 'joined, other case'],
    ['pre training', 'with a space'],
    ['pre-trainings', 'in the plural'],
  ])('%s: %s', (term) => {
    expect(explain([met(term, 3)], entries)).toEqual([{ term, weight: 3, entry: 'pre-training', by: 'name' }]);
  });

  it('by another of its names, and says so', () => {
    const term = 'Reinforcement learning from human feedback';
    expect(explain([met(term, 2, ['human feedback', 'RLHF'])], entries)).toEqual([
      { term, weight: 2, entry: 'rlhf', by: 'other name' },
    ]);
  });

  it('not by a part of a form', () => {
    expect(explain([met('training', 9)], entries)).toEqual([{ term: 'training', weight: 9 }]);
  });
});

describe('the share', () => {
  it('counts each term with its weight', () => {
    const verdicts = explain([met('pre-training', 6), met('slop', 3), met('RLHF', 1)], entries);
    expect(shareOf('all', verdicts)).toEqual({ name: 'all', terms: 3, explained: 2, byOtherName: 0, share: 0.7 });
  });

  it('falls when a term is planted that no entry explains', () => {
    const terms = [met('pre-training', 2), met('RLHF', 2)];
    const before = shareOf('all', explain(terms, entries)).share;
    const after = shareOf('all', explain([...terms, met('planted term', 1)], entries)).share;
    expect([before, after]).toEqual([1, 0.8]);
  });

  it('falls when an entry goes', () => {
    const terms = [met('pre-training', 2), met('RLHF', 2)];
    expect(shareOf('all', explain(terms, entries.slice(1))).share).toBe(0.5);
  });

  it('takes terms without a weight as one each', () => {
    const verdicts = explain([met('pre-training', 0), met('slop', 0)], entries);
    expect(shareOf('recent', verdicts).share).toBe(0.5);
  });
});
