import { describe, expect, it } from 'vitest';
import { packForms } from '../../glossary/pack-forms';
import { createMatcher } from '../../highlighter/match/create-matcher';
import { decodeForms } from '../../highlighter/match/decode-forms';
import { cases } from './match.cases';
import { entries } from './match.glossary';

const table = decodeForms(packForms(entries));
const { match } = createMatcher(table);

const marks = (text: string) =>
  match(text).map(({ start, end, form }) => `${text.slice(start, end)}=${table.form(form).text}`);

describe('the matcher', () => {
  it.each(cases)('%j → %j (%s)', (text, expected) => {
    const wanted = expected === '' ? [] : expected.split(' + ');
    // A wanted mark without "=" is written as the form is.
    expect(marks(text)).toEqual(wanted.map((mark) => (mark.includes('=') ? mark : `${mark}=${mark}`)));
  });

  it('has at least 150 cases', () => expect(cases.length).toBeGreaterThanOrEqual(150));
});
