import { describe, expect, it } from 'vitest';
import { cues } from '../../../glossary/rules/cues';
import { findings, makeEntry, told } from '../make';

const check = (yes: string[], no: string[] = []) =>
  told(findings(cues, makeEntry({ cues: { for: yes, against: no } })));

describe('cues', () => {
  it.each(['model', 'real estate ~', '~ of change', 'by the same ~', 'state-of-the-art', "bird's eye"])(
    'accepts %s',
    (cue) => {
      expect(check([cue])).toEqual([]);
    },
  );

  it.each(['Model', '~', '~ of ~', 'one two three four', 'a,b', 'pay~'])('refuses %s', (cue) => {
    expect(check([cue])).toHaveLength(1);
  });

  it('refuses a word on both sides and a list that is too long', () => {
    expect(check(['model'], ['model'])).toEqual(['cues.against[0]: "model", which also speaks for it']);
    expect(check(Array.from({ length: 41 }, (_, i) => `word${i}`))).toEqual(['cues.for: 41 cues']);
  });
});
