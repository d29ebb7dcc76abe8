import { describe, expect, it } from 'vitest';
import { ALLOWED_WORDS } from '../../../glossary/rules/allowed-words';
import { quickWords } from '../../../glossary/rules/quick-words';
import { crowd, findings, form, makeEntry } from '../make';

const check = (quick: string, others = [] as ReturnType<typeof makeEntry>[]) =>
  findings(quickWords, makeEntry({ quick }), others).map(({ found }) => found.split('"')[1]);

describe('quick-words', () => {
  it('names the words that neither everyday English nor an entry explains, each once', () => {
    expect(check('A stochastic walk over the simplex: stochastic, trained and predicted step by step.')).toEqual([
      'stochastic',
      'simplex',
    ]);
  });

  it('takes the forms of our entries for explained, in plural and across words', () => {
    const other = makeEntry({ id: 'simplex', forms: [form('simplex'), form('stochastic walk')] });
    expect(check('A stochastic walk over two simplexes.', [other])).toEqual([]);
  });

  it('looks at the parts of a hyphenated word, and lets figures and allowed words pass', () => {
    expect(check('A pre-trained, 16-bit chatbot with half-finished answers.')).toEqual([]);
    expect(check('A half-stochastic answer.')).toEqual(['stochastic']);
  });

  it('fails the build only once the glossary is large', () => {
    const entry = makeEntry({ quick: 'A stochastic walk.' });
    expect(findings(quickWords, entry)[0]!.severity).toBe('missing');
    expect(findings(quickWords, entry, crowd(500))[0]!.severity).toBe('error');
  });

  it('has a reason for every allowed word', () => {
    for (const [word, reason] of Object.entries(ALLOWED_WORDS)) {
      expect(word).toBe(word.toLowerCase());
      expect(reason.length, word).toBeGreaterThan(4);
    }
  });
});
