import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type PackEntry, PackError, packCues, packForms } from '../../glossary/pack-forms';
import type { CaseRule, Form, Risk } from '../../glossary/types';
import { createMatcher } from '../../highlighter/match/create-matcher';
import { decodeForms } from '../../highlighter/match/decode-forms';
import { decodeCues } from '../../highlighter/sense/cues';
import { entries as sample } from '../highlighter/match.glossary';

const form = (text: string, match: CaseRule = 'any', risk: Risk = 'none'): Form => ({
  text,
  kind: 'variant',
  match,
  risk,
});
const entry = (id: string, ...forms: Form[]): PackEntry => ({ id, level: 2, forms });

const faultsOf = (entries: PackEntry[]): PackError => {
  try {
    packForms(entries);
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error('packed without a fault');
};

describe('packForms and decodeForms', () => {
  it('give back ids, levels, texts, case rules and risks', () => {
    const rules: CaseRule[] = ['any', 'exact', 'initial'];
    const risks: Risk[] = ['none', 'page', 'cues'];
    const entries: PackEntry[] = rules.flatMap((match, m) =>
      risks.map((risk, r) => ({
        id: `entry-${m}${r}`,
        level: (((m + r) % 3) + 1) as 1 | 2 | 3,
        forms: [
          form(`Entry ${m}${r}`, match, risk),
          form(`Other${m}${r}`, 'exact', risk),
          form(`naïve’s ${m}${r}`, match),
        ],
      })),
    );
    const table = decodeForms(packForms(entries));
    expect(table.ids).toEqual(entries.map(({ id }) => id));
    expect([...table.levels]).toEqual(entries.map(({ level }) => level));
    expect(Array.from({ length: table.size }, (_, i) => table.form(i))).toEqual(
      entries.flatMap(({ forms }, term) => forms.map(({ text, match, risk }) => ({ term, text, match, risk }))),
    );
  });

  it('write an id only where it is not the headword in lower case with hyphens', () => {
    const packed = packForms([entry('pre-training', form('Pre-training')), entry('rlhf', form('human feedback'))]);
    expect(packed).toBe('2 2\n2Pre-training\n2human feedback|=rlhf');
    expect(decodeForms(packed).ids).toEqual(['pre-training', 'rlhf']);
  });

  it('give the same string for the same entries in any order', () => {
    expect(packForms([...sample].reverse())).toBe(packForms(sample));
  });

  it('find every packed form by the matcher, as itself', () => {
    const table = decodeForms(packForms(sample));
    const { match } = createMatcher(table);
    for (let i = 0; i < table.size; i++) {
      const { text } = table.form(i);
      expect(match(`x ${text} x`), text).toEqual([{ start: 2, end: 2 + text.length, form: i }]);
    }
  });

  it('leave out what the matcher finds anyway', () => {
    const packed = packForms([
      entry(
        'batch-size',
        form('batch size'),
        form('batch-size'),
        form('batch sizes'),
        form('batchsize'),
        form('Batch Size'),
      ),
    ]);
    expect(packed).toBe('1 1\n2batch size');
  });

  it('keep a plural that is exact, riskier or the headword', () => {
    const packed = packForms([
      entry('weights', form('weights', 'any', 'cues'), form('weight', 'any', 'cues')),
      entry('open', form('open model'), form('open models', 'any', 'page')),
    ]);
    expect(decodeForms(packed).size).toBe(4);
  });

  it('keep forms that only case tells apart, and prefer the exact one', () => {
    const table = decodeForms(
      packForms([entry('rag', form('RAG', 'exact')), entry('cloth', form('rag', 'any', 'cues'))]),
    );
    const { match } = createMatcher(table);
    expect(match('RAG rag').map((span) => table.ids[table.terms[span.form]!])).toEqual(['rag', 'cloth']);
  });

  it('work for no entries', () => {
    const table = decodeForms(packForms([]));
    expect(table.size).toBe(0);
    expect(createMatcher(table).match('attention is all')).toEqual([]);
  });
});

describe('faults', () => {
  it('names both ids of every collision at once', () => {
    const error = faultsOf([
      entry('a', form('fine-tuning'), form('LLM', 'exact')),
      entry('b', form('fine tuning')),
      entry('c', form('LLM', 'exact'), form('Finetuning')),
    ]);
    expect(error.collisions.map(({ ids }) => ids.join(' '))).toEqual(['a b', 'a c', 'a c']);
    expect(error.message).toContain('"fine tuning" is claimed by a ("fine-tuning") and b');
  });

  it.each(['|', '=x', '!x', '', ' x', 'a|b', 'a\nb', '用x'])('refuses the form %j', (text) => {
    expect(faultsOf([entry('a', form('a'), form(text))]).message).toContain('must start with a letter or digit');
  });

  it('refuses an entry without forms', () => {
    expect(faultsOf([entry('a')]).message).toContain('a: has no form');
  });
});

describe('packCues and decodeCues', () => {
  it('keep cues with their entry by its place in the packed order', () => {
    const entries: PackEntry[] = [
      { ...entry('b', form('b')), cues: { for: ['ai', '~ loop'], against: ['pay ~'] } },
      { ...entry('a', form('a')), cues: { for: [], against: [] } },
      entry('c', form('c')),
      { ...entry('d', form('d')), cues: { for: [], against: ['x'] } },
    ];
    const cuesOf = decodeCues(packCues(entries));
    const words = (term: number) => {
      const cues = cuesOf(term);
      return cues && { for: cues.for.map((cue) => cue.words), against: cues.against.map((cue) => cue.words) };
    };
    expect([0, 1, 2, 3].map(words)).toEqual([
      null,
      { for: ['ai', '~ loop'], against: ['pay ~'] },
      null,
      { for: [], against: ['x'] },
    ]);
  });
});

describe('size', () => {
  it('stays within 6 kB of gzip per 1,000 forms', () => {
    const heads =
      'attention transformer embedding gradient policy reward sampling decoding pruning retrieval agent memory'.split(
        ' ',
      );
    const before =
      'sparse causal masked latent greedy neural hybrid dynamic recursive contrastive federated stochastic'.split(' ');
    const after = 'layer head model loss score search cache graph tree window'.split(' ');
    const entries: PackEntry[] = [];
    for (const b of before)
      for (const h of heads)
        for (const a of after) {
          const id = `${b}-${h}-${a}`;
          entries.push({
            id,
            level: 2,
            forms: [
              form(`${b} ${h} ${a}`),
              form(`${b[0]}${h[0]}${a[0]}${entries.length}`.toUpperCase(), 'exact', 'cues'),
            ],
          });
        }
    const packed = packForms(entries);
    const forms = decodeForms(packed).size;
    const perThousand = gzipSync(packed, { level: 9 }).length / (forms / 1000);
    expect(forms).toBe(2880);
    expect(perThousand).toBeLessThan(6000);
  });
});
