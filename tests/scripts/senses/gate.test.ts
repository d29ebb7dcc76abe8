import { describe, expect, test } from 'vitest';
import type { Bar } from '../../../scripts/senses/bars';
import { gateFaults, raisedLevels } from '../../../scripts/senses/gate';

const bar = (what: string, value: number, isMost = false): Bar => ({
  what,
  value,
  interval: null,
  bar: 0,
  isMost,
  of: '',
});

describe('levels that are never lowered', () => {
  test.each([
    ['a figure at its level', bar('recall', 0.9), []],
    ['a better one', bar('recall', 0.95), []],
    ['one that is worse by a hair', bar('recall', 0.8995), []],
    ['a worse one', bar('recall', 0.89), [expect.stringContaining('recall: 0.8900 is worse')]],
    ['one that could not be measured', bar('recall', Number.NaN), [expect.stringContaining('recall')]],
    ['fewer false marks', bar('false marks', 0.1, true), []],
    ['more false marks', bar('false marks', 0.3, true), [expect.stringContaining('false marks: 0.3000 is worse')]],
    ['a measure without a level', bar('F1', 0.9), [expect.stringContaining('no level yet')]],
  ])('%s', (_, each, faults) => {
    expect(gateFaults([each], { recall: 0.9, 'false marks': 0.2 })).toEqual(faults);
  });

  test('are raised to what is better only', () => {
    const bars = [bar('recall', 0.91), bar('precision', 0.5), bar('false marks', 0.1, true), bar('new', 0.123_456)];
    expect(raisedLevels(bars, { recall: 0.9, precision: 0.8, 'false marks': 0.2 })).toEqual({
      recall: 0.91,
      precision: 0.8,
      'false marks': 0.1,
      new: 0.1235,
    });
  });
});
