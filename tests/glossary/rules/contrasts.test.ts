import { describe, expect, it } from 'vitest';
import { contrasts } from '../../../glossary/rules/contrasts';
import { crowd, findings, makeEntry, told } from '../make';

const difference = 'is the process, not the thing it makes.';
const to = (...ids: string[]) => ids.map((id) => ({ with: id, difference }));
const other = makeEntry({ id: 'top-p', contrasts: to('beam-search') });

describe('contrasts', () => {
  it('is content when both sides tell the difference', () => {
    expect(findings(contrasts, makeEntry({ contrasts: to('top-p') }), [other])).toEqual([]);
  });

  it('lists the side that is still missing, unless that entry is full', () => {
    const silent = makeEntry({ id: 'top-p' });
    const full = makeEntry({ id: 'top-p', contrasts: to('a', 'b', 'c') });
    const [missing] = findings(contrasts, makeEntry({ contrasts: to('top-p') }), [silent]);
    expect(missing).toMatchObject({ severity: 'missing', fix: 'Add "with: beam-search" there, from its side.' });
    expect(findings(contrasts, makeEntry({ contrasts: to('top-p') }), [full])).toEqual([]);
  });

  it('refuses a fourth, itself, one twice, and a difference of two words', () => {
    const list = [...to('top-p', 'top-p', 'beam-search'), { with: 'top-p', difference: 'is small.' }];
    expect(told(findings(contrasts, makeEntry({ contrasts: list }), [other]))).toEqual([
      'contrasts: 4 contrasts',
      'contrasts[1]: "top-p" twice',
      'contrasts[2]: a contrast with itself',
      'contrasts[3].difference: 2 words',
      'contrasts[3]: "top-p" twice',
    ]);
  });

  it('takes an unknown entry for missing while the glossary is small, then for an error', () => {
    const entry = makeEntry({ contrasts: to('unwritten') });
    expect(findings(contrasts, entry)[0]).toMatchObject({
      found: 'the unknown entry "unwritten"',
      severity: 'missing',
    });
    expect(findings(contrasts, entry, crowd(100))[0]!.severity).toBe('error');
  });
});
