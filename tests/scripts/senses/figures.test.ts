import { describe, expect, test } from 'vitest';
import type { Label } from '../../../scripts/senses/build-page';
import {
  accuracy,
  BASELINES,
  balanced,
  count,
  f1,
  fullPages,
  groupsOf,
  interval,
  precision,
  recall,
  straysPer1000,
} from '../../../scripts/senses/figures';
import type { JudgedPage, Match } from '../../../scripts/senses/judge-in-process';
import type { SetPage } from '../../../scripts/senses/labelled-set';
import { rowsOf } from '../../../scripts/senses/rows';

const label = (form: string, at: number, is_ai_sense: boolean, more: Partial<Label> = {}): Label => ({
  id: `${form}:${at}`,
  page: 'page.html',
  context: form,
  surface: form,
  start: 0,
  page_offset: at,
  page_kind: 'ai',
  is_ai_sense,
  form,
  ambiguous: true,
  hard: false,
  zone: 'text',
  ...more,
});
const mark = (start: number, end: number) => ({ start, end, id: 'x', reason: '' });
const page = (labels: Label[], more: Partial<SetPage> = {}): SetPage => ({
  name: 'page.html',
  html: '',
  about: 'ai',
  kind: 'news',
  lang: 'en',
  split: 'train',
  labels,
  unjudged: [],
  ...more,
});
const judged = (labels: Label[], more: Partial<JudgedPage> = {}): JudgedPage => ({
  matches: [],
  isAboutAi: true,
  words: 1000,
  known: new Set(labels.map(({ id }) => id)),
  ...more,
});
/** Labels of one form, ten characters apart: "+x" AI sense and marked, "+" not marked, "-x" other sense and marked. */
const rows = (form: string, cases: string[], more: Partial<SetPage> = {}) => {
  const labels = cases.map((each, i) => label(form, 10 * i, each[0] === '+'));
  const marks = cases.flatMap((each, i) => (each[1] === 'x' ? [mark(10 * i, 10 * i + form.length)] : []));
  return rowsOf(page(labels, more), judged(labels), marks);
};

describe('what became of a label', () => {
  test.each([
    ['a mark of just its words', [mark(10, 15)], true],
    ['a longer mark around it', [mark(3, 20)], true],
    ['a mark that ends where it begins', [mark(5, 10)], false],
    ['a mark that begins where it ends', [mark(15, 20)], false],
    ['none', [], false],
  ])('%s', (_, marks, marked) => {
    const labels = [label('token', 10, true)];
    expect(rowsOf(page(labels), judged(labels), marks).rows[0]!.marked).toBe(marked);
  });

  test('a label whose words are no form is told apart', () => {
    const labels = [label('token', 10, true)];
    expect(rowsOf(page(labels), judged(labels, { known: new Set() }), []).rows[0]!.isForm).toBe(false);
  });

  test('marks that no label asks for count on pages about other things, dropped mentions aside', () => {
    const labels = [label('token', 10, true), label('agent', 30, false)];
    const marks = [mark(10, 15), mark(30, 35), mark(50, 55), mark(70, 75)];
    const unjudged = [{ start: 70, end: 75 }];
    const on = (about: SetPage['about']) => rowsOf(page(labels, { about, unjudged }), judged(labels), marks);
    expect(on('other').strays.map(({ mark }) => mark.start)).toEqual([30, 50]);
    expect(on('ai').strays).toEqual([]);
    expect(straysPer1000([on('other'), on('ai')])).toEqual({ strays: 2, words: 1000, per1000: 2 });
  });
});

describe('figures', () => {
  const counts = count(rows('token', ['+x', '+x', '+x', '+', '-x', '-', '-', '-']).rows);

  test('count each kind', () => {
    expect(counts).toEqual({ n: 8, hit: 3, missed: 1, falseOn: 1, left: 3 });
  });

  test('are what their names say', () => {
    expect([precision(counts), recall(counts), accuracy(counts), f1(counts)]).toEqual([0.75, 0.75, 0.75, 0.75]);
    expect(precision(count([]))).toBeNaN();
  });

  test('the balanced mean takes forms with three labels of each sense by themselves, all others as one', () => {
    const often = rows('token', ['+x', '+x', '+x', '-', '-', '-x']).rows;
    const seldom = [...rows('agent', ['+x', '-x']).rows, ...rows('gate', ['+', '-']).rows];
    const groupOf = groupsOf([...often, ...seldom]);
    expect([...often, ...seldom].map(groupOf)).toEqual([...Array(6).fill('token'), ...Array(4).fill('others')]);
    // token: (1 + 2/3) / 2; others: (1/2 + 1/2) / 2
    expect(balanced([...often, ...seldom], groupOf)).toBeCloseTo((5 / 6 + 1 / 2) / 2);
  });

  test('an interval holds the value, is the same each time, and is wider for fewer pages', () => {
    const some = (n: number) => Array.from({ length: n }, (_, i) => rows('token', i % 4 ? ['+x', '+x'] : ['+', '+']));
    const statistic = (all: Parameters<typeof count>[0]) => recall(count(all));
    const wide = interval(some(8), statistic);
    const narrow = interval(some(80), statistic);
    expect(wide).toEqual(interval(some(8), statistic));
    expect(narrow.low).toBeLessThan(0.75);
    expect(narrow.high).toBeGreaterThan(0.75);
    expect(wide.high - wide.low).toBeGreaterThan(narrow.high - narrow.low);
  });

  test('a page about AI is full when each unmistakable word is marked once', () => {
    const labels = [0, 20, 40].map((at) => label(at < 40 ? 'LLM' : 'ChatGPT', at, true, { ambiguous: false }));
    const full = rowsOf(page(labels, { name: 'full' }), judged(labels), [mark(20, 23), mark(40, 47)]);
    const lacking = rowsOf(page(labels, { name: 'lacking' }), judged(labels), [mark(0, 3)]);
    expect(fullPages([full, lacking])).toEqual({ full: 1, of: 2, lacking: ['lacking: ChatGPT'] });
  });
});

describe('simple methods', () => {
  const labels = [label('token', 0, false), label('LLM', 20, true)];
  const match = (start: number, risk: Match['risk']): Match => ({ ...mark(start, start + 3), risk, kept: true });
  const on = (isAboutAi: boolean) =>
    rowsOf(page(labels), judged(labels, { isAboutAi, matches: [match(0, 'cues'), match(20, 'none')] }), []);
  test.each([
    ['mark every match', true, [true, true]],
    ['mark every match', false, [true, true]],
    ['mark on pages about AI only', true, [true, true]],
    ['mark on pages about AI only', false, [false, false]],
    ['risky words on pages about AI, others everywhere', false, [false, true]],
  ])('%s, page about AI: %s', (name, isAboutAi, expected) => {
    const each = on(isAboutAi);
    const verdict = BASELINES[name]!(new Map([['page.html', each]]));
    expect(each.rows.map(verdict)).toEqual(expected);
  });
});
