import { describe, expect, it } from 'vitest';
import { links } from '../../../glossary/rules/links';
import { crowd, findings, makeEntry, makeGlossary } from '../make';

const entry = makeEntry({ explanation: ['See [[token]].'], faq: [{ q: 'Why?', a: ['See [[token|tokens]].'] }] });

describe('links', () => {
  it('finds each link to an entry that does not exist, missing first, an error once the glossary is large', () => {
    const small = findings(links, entry);
    expect(small.map(({ where }) => where)).toEqual(['explanation', 'faq[0]']);
    expect(small[0]).toMatchObject({ found: 'a link to the unknown entry "token"', severity: 'missing' });
    expect(findings(links, entry, crowd(100))[0]!.severity).toBe('error');
  });

  it('is content when the entry exists, also when its file cannot be read', () => {
    expect(findings(links, entry, [makeEntry({ id: 'token' })])).toEqual([]);
    expect(links.check(entry, makeGlossary([entry], ['token']))).toEqual([]);
  });

  it('refuses a link to the entry itself', () => {
    expect(findings(links, makeEntry({ id: 'token', explanation: ['A [[token]].'] }))[0]!.found).toBe(
      'a link to itself',
    );
  });
});
