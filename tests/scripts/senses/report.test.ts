import { describe, expect, test } from 'vitest';
import type { Label } from '../../../scripts/senses/build-page';
import type { SetPage } from '../../../scripts/senses/labelled-set';
import { errorLines } from '../../../scripts/senses/print';
import { type MeasuredSet, toMarkdown } from '../../../scripts/senses/report';
import type { PageRows } from '../../../scripts/senses/rows';

const RUN = { command: 'npm run eval:senses', commit: 'abc', browser: 'Chromium 156', date: '2026-11-24' };

/** A page about AI with one label per case: [form, AI sense, marked]. */
function pageRows(cases: [form: string, isAi: boolean, marked: boolean][], isForm = true): PageRows {
  const page: SetPage = {
    name: 'a.html',
    html: '',
    about: 'ai',
    kind: 'news',
    lang: 'en',
    split: 'test',
    labels: [],
    unjudged: [],
  };
  const rows = cases.map(([form, is_ai_sense, marked], i) => {
    const context = `some words before ${form} and after`;
    const label: Label = {
      id: `a:${i}`,
      page: 'a.html',
      context,
      surface: form,
      start: 18,
      page_offset: 100 * i,
      page_kind: 'ai',
      is_ai_sense,
      form,
      ambiguous: true,
      hard: !is_ai_sense,
      zone: 'text',
    };
    return { page, label, marked, isForm, match: null };
  });
  return { page, rows, strays: [], words: 300, isAboutAi: true };
}
const set = (pages: PageRows[], inProcess = pages): MeasuredSet => ({ name: 'own', pages, inProcess });

describe('the report on precision', () => {
  test('says of each bar whether it is met', () => {
    const good = toMarkdown(
      [
        set([
          pageRows([
            ['token', true, true],
            ['token', false, false],
          ]),
        ]),
      ],
      RUN,
    );
    expect(good).toMatch(/all mentions, precision \| 100\.0 % .*\| met \|/);
    const bad = toMarkdown(
      [
        set([
          pageRows([
            ['token', true, true],
            ['token', false, true],
          ]),
        ]),
      ],
      RUN,
    );
    expect(bad).toMatch(/all mentions, precision \| 50\.0 % .*\| \*\*not met\*\* \|/);
  });

  test('counts labels without a form apart, and judges them nowhere', () => {
    const markdown = toMarkdown(
      [set([pageRows([['token', true, true]]), pageRows([['gate', true, false]], false)])],
      RUN,
    );
    expect(markdown).toContain('2 labels, 1 of words that are forms of the glossary and 1 that are not yet');
    expect(markdown).not.toContain('| gate |');
  });

  test('says where the browser and the fast way differ', () => {
    const markdown = toMarkdown([set([pageRows([['token', true, false]])], [pageRows([['token', true, true]])])], RUN);
    expect(markdown).toContain('another answer for 1 of 1 labels');
    expect(markdown).toContain('- a.html: “token”, marked in process only');
  });

  test('puts the forms with most errors first', () => {
    const markdown = toMarkdown(
      [
        set([
          pageRows([
            ['agent', true, true],
            ['token', true, false],
          ]),
        ]),
      ],
      RUN,
    );
    expect(markdown.indexOf('| token |')).toBeLessThan(markdown.indexOf('| agent |'));
  });
});

describe('errors as lines', () => {
  test('show the mention with its neighbours', () => {
    expect(
      errorLines(
        set([
          pageRows([
            ['token', true, false],
            ['agent', false, true],
            ['gate', true, true],
          ]),
        ]),
      ),
    ).toEqual([
      'MISSED   a.html  some words before [token] and after  (nothing matched)',
      'FALSE ON a.html  hard  some words before [agent] and after  (nothing matched)',
    ]);
  });
});
