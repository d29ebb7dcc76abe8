import { describe, expect, it } from 'vitest';
import { duplicates } from '../../../glossary/rules/duplicates';
import { findings, makeEntry, told } from '../make';

describe('duplicates', () => {
  it('finds the same text again, whatever its case and punctuation', () => {
    const entry = makeEntry({
      also: ['Beam decoding', 'beam decoding'],
      asked: ['What is it?', 'what is it', 'how is it done'],
      faq: [
        { q: 'Why?', a: ['So.'] },
        { q: 'Why ?', a: ['So it is.'] },
      ],
    });
    expect(told(findings(duplicates, entry))).toEqual([
      'also[1]: "beam decoding" twice',
      'asked[1]: "what is it" twice',
      'faq[1]: "Why ?" twice',
    ]);
  });

  it('tells "~ rate" from "rate"', () => {
    expect(findings(duplicates, makeEntry({ cues: { for: ['rate', '~ rate'], against: [] } }))).toEqual([]);
  });
});
