import { describe, expect, it } from 'vitest';
import { relations } from '../../../glossary/rules/relations';
import { crowd, findings, makeEntry, told } from '../make';

const token = makeEntry({ id: 'token' });

describe('relations', () => {
  it('is content with entries that exist', () => {
    expect(findings(relations, makeEntry({ relations: { needs: ['token'] } }), [token])).toEqual([]);
  });

  it('refuses itself, and a neighbour under two kinds', () => {
    const entry = makeEntry({ relations: { needs: ['token'], related: ['token', 'beam-search'] } });
    expect(told(findings(relations, entry, [token]))).toEqual([
      'relations.related[0]: "token", which is under needs already',
      'relations.related[1]: the entry itself',
    ]);
  });

  it('takes an unknown entry for missing while the glossary is small, then for an error', () => {
    const entry = makeEntry({ relations: { uses: ['unwritten'] } });
    expect(findings(relations, entry)).toMatchObject([{ where: 'relations.uses[0]', severity: 'missing' }]);
    expect(findings(relations, entry, crowd(100))[0]!.severity).toBe('error');
  });
});
