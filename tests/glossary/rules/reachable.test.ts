import { describe, expect, it } from 'vitest';
import { reachable } from '../../../glossary/rules/reachable';
import { crowd, findings, makeEntry } from '../make';

const start = (more = {}) => makeEntry({ id: 'pre-training', ...more });

describe('reachable', () => {
  it.each([
    ['a relation from there', start({ relations: { needs: ['token'] } }), {}],
    ['a relation to there', start(), { relations: { usedIn: ['pre-training'] } }],
    ['a contrast', start(), { contrasts: [{ with: 'pre-training', difference: 'is another thing.' }] }],
    ['a link from there', start({ explanation: ['It reads [[token|tokens]].'] }), {}],
  ])('goes by %s', (_, from, more) => {
    expect(findings(reachable, makeEntry({ id: 'token', ...more }), [from])).toEqual([]);
  });

  it('does not go backwards along a link, and lists the island', () => {
    const island = makeEntry({ id: 'token', explanation: ['Used in [[pre-training]].'] });
    expect(findings(reachable, island, [start()])).toMatchObject([
      { severity: 'missing', found: 'no way here from pre-training' },
    ]);
    expect(findings(reachable, island, [start(), ...crowd(100)])[0]!.severity).toBe('error');
  });

  it('goes over several entries', () => {
    const middle = makeEntry({ id: 'b', relations: { related: ['pre-training', 'token'] } });
    expect(findings(reachable, makeEntry({ id: 'token' }), [start(), middle])).toEqual([]);
  });
});
