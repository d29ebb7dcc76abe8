import { expect, test } from 'vitest';
import { parseSite } from '../../reader/parse-site';

test.each([
  ['example.org', 'example.org'],
  ['  Example.ORG ', 'example.org'],
  ['https://example.org/a?b#c', 'example.org'],
  ['http://example.org:8080', 'example.org'],
  ['example.org:8080/path', 'example.org'],
  ['*.example.org', 'example.org'],
  ['example.org.', 'example.org'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
  ['localhost:3000', 'localhost'],
  ['intranet', 'intranet'],
  ['127.0.0.1', '127.0.0.1'],
  ['http://127.0.0.1:3000/', '127.0.0.1'],
  ['::1', '[::1]'],
  ['[::1]:3000', '[::1]'],
  ['2001:DB8::7', '[2001:db8::7]'],
  ['file:///home/me/a.html', 'file:'],
])('%s is read as %s', (text, site) => {
  expect(parseSite(text)).toEqual({ site });
});

test.each([
  ['', 'Nothing was typed.'],
  ['two words', '“two words” has a space in it'],
  ['chrome://settings', '“chrome://settings” begins with chrome://'],
  ['example.*', '“example.*” has “*” in its name'],
  ['http://', '“http://” is not the name of a site.'],
  ['..', '“..” is not the name of a site.'],
  ['a..b', '“a..b” is not the name of a site.'],
  ['300.1.2.3', '“300.1.2.3” is not the name of a site.'],
])('%j is refused: %s', (text, start) => {
  const result = parseSite(text) as { error: string };
  expect(result.error).toContain(start);
  expect(result.error).toMatch(/Write it like example\.org, localhost or 192\.168\.0\.1\.$/);
});

test('a name that is too long is refused with its length', () => {
  expect(parseSite(`${'a.'.repeat(130)}example`)).toEqual({
    error: expect.stringContaining("267 letters long; a site's has at most 253"),
  });
});
