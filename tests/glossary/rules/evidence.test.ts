import { describe, expect, it } from 'vitest';
import { evidence } from '../../../glossary/rules/evidence';
import { findings, makeEntry } from '../make';

const proof = { claim: 'Coined in 1977', url: 'https://example.org/a', place: 'page 2', opened: '2026-01-01' };

describe('evidence', () => {
  it('accepts a claim with an address', () => {
    expect(findings(evidence, makeEntry({ evidence: [proof] }))).toEqual([]);
  });

  it('refuses an address that is none, and a claim told twice', () => {
    const list = [proof, proof, { ...proof, claim: 'Other', url: 'example.org' }];
    expect(findings(evidence, makeEntry({ evidence: list })).map(({ where }) => where)).toEqual([
      'evidence[1]',
      'evidence[2].url',
    ]);
  });

  it('counts what is not verified, and no evidence at all, as missing', () => {
    const open = findings(
      evidence,
      makeEntry({ evidence: [{ claim: 'Coined in 1977', unverified: 'behind a paywall' }] }),
    );
    expect(open).toMatchObject([{ severity: 'missing', found: '"Coined in 1977", not verified' }]);
    expect(findings(evidence, makeEntry({ evidence: [] }))).toMatchObject([{ severity: 'missing', found: 'nothing' }]);
  });
});
