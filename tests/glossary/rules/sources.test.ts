import { describe, expect, it } from 'vitest';
import { sources, urlFault } from '../../../glossary/rules/sources';
import { findings, makeEntry, told } from '../make';

const source = (url: string, year = 2020) => ({ title: `About ${url}`, url, year });

describe('sources', () => {
  it.each([
    'https://arxiv.org/abs/2005.14165',
    'https://arxiv.org/abs/cs/0701123',
    'https://doi.org/10.1000/xyz',
    'https://example.org/a?b=c',
  ])('accepts %s', (url) => {
    expect(urlFault(url)).toBeNull();
  });

  it.each([
    'http://example.org',
    'example.org',
    'https://',
    'https://localhost/a',
    'https://exa mple.org',
    'https://arxiv.org/pdf/2005.14165',
    'https://example.org/?utm_source=x',
  ])('refuses %s', (url) => {
    expect(urlFault(url)).not.toBeNull();
  });

  it('refuses none, six, the same address in another version, and years that cannot be', () => {
    expect(told(findings(sources, makeEntry({ sources: [] })))).toEqual(['sources: 0 sources']);
    const six = Array.from({ length: 6 }, (_, i) => source(`https://example.org/${i}`));
    expect(told(findings(sources, makeEntry({ sources: six })))).toEqual(['sources: 6 sources']);
    const list = [source('https://arxiv.org/abs/2005.14165', 1650), source('https://arxiv.org/abs/2005.14165v2', 2027)];
    expect(findings(sources, makeEntry({ sources: list })).map(({ where }) => where)).toEqual([
      'sources[0].year',
      'sources[1].url',
      'sources[1].year',
    ]);
  });
});
