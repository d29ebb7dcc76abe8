import { expect, test } from 'vitest';
import { sitePattern, sitePatterns } from '../../reader/site-patterns';

test.each([
  ['example.org', '*://*.example.org/*'],
  ['docs.example.org', '*://*.docs.example.org/*'],
  ['localhost', '*://*.localhost/*'],
  ['intranet', '*://*.intranet/*'],
  ['xn--mnchen-3ya.example', '*://*.xn--mnchen-3ya.example/*'],
  ['under_score.example', '*://*.under_score.example/*'],
  ['127.0.0.1', '*://127.0.0.1/*'],
  ['[::1]', '*://[::1]/*'],
  ['[2001:db8::7]', '*://[2001:db8::7]/*'],
  ['file:', 'file:///*'],
  ['a*b.example', null],
  ['example.org:8080', null],
  ['.example.org', null],
  ['', null],
])('the pattern of %s is %s', (site, pattern) => {
  expect(sitePattern(site)).toBe(pattern);
});

test('an odd host is told and leaves the others as they are', () => {
  expect(sitePatterns(['example.org', 'a*b.example', 'example.org'])).toEqual({
    patterns: ['*://*.example.org/*'],
    odd: ['a*b.example'],
  });
});
