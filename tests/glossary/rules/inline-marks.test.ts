import { describe, expect, it } from 'vitest';
import { inlineMarks } from '../../../glossary/rules/inline-marks';
import { findings, makeEntry } from '../make';

const check = (text: string) => findings(inlineMarks, makeEntry({ explanation: [text] })).map(({ where }) => where);

describe('inline-marks', () => {
  it.each([
    '*em*, **strong**, `code`',
    '[[token]] and [[token|tokens]]',
    '2 * 3 * 4',
    'an \\*asterisk\\*',
    'costs $5 < $6',
    '`a*b`',
  ])('accepts %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it.each(['**open', 'a *b', '`code', '[[token', 'token]]', '[text](https://x.org)', 'a <b>tag</b>', '[[a|b|c]]'])(
    'refuses %s',
    (text) => {
      expect(check(text)).not.toEqual([]);
    },
  );
});
