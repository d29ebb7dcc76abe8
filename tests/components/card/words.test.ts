import { expect, test } from 'vitest';
import { categoryWord, dateWords } from '../../../components/card/words';

test.each([
  ['2026-11-24', '24 November 2026'],
  ['2026-01-01', '1 January 2026'],
  ['soon', 'soon'],
])('the date %s reads %s in every time zone', (iso, words) => {
  expect(dateWords(iso)).toBe(words);
});

test('a category begins with a capital', () => {
  expect(categoryWord('training')).toBe('Training');
});
