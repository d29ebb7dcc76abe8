/** Entries for the tests of views: short, and with one of everything. */
import type { Entry } from '../../../glossary/types';

export const lora: Entry = {
  id: 'lora',
  term: 'LoRA',
  also: ['low-rank adaptation'],
  spoken: 'lore-ah',
  kind: 'method',
  category: 'training',
  level: 2,
  status: 'moving',
  reviewed: '2026-11-24',
  quick: 'A cheap way to adapt a model: its weights stay as they are, and small extra ones are trained beside them.',
  explanation: [
    ['It is a kind of ', ['term', 'fine-tuning', 'fine-tuning'], ' with ', ['em', 'few'], ' new numbers.'],
    ['The product is ', ['code', 'BA'], ', ', ['strong', 'small'], '.'],
  ],
  formula: {
    math: ['math', { display: 'block' }, ['mi', {}, 'W'], ['mo', {}, '+'], ['mi', {}, 'B'], ['mi', {}, 'A']],
    words: 'The weights plus the product of two thin tables.',
    where: [{ sign: ['math', {}, ['mi', {}, 'W']], means: 'the frozen weights' }],
  },
  diagram: {
    svg: ['svg', { viewBox: '0 0 20 10' }, ['rect', { width: '20', class: 'box' }]],
    caption: 'Two thin tables',
    alt: 'A wide matrix beside two narrow ones',
  },
  contrasts: [
    { id: 'quantization', term: 'Quantization', difference: 'makes the numbers coarser; LoRA adds some.' },
    { id: 'fine-tuning', term: 'Fine-tuning', difference: 'may change every weight.' },
  ],
  related: [
    { type: 'related', id: 'qlora', term: 'QLoRA' },
    { type: 'needs', id: 'fine-tuning', term: 'Fine-tuning' },
    { type: 'needs', id: 'parameter', term: 'Parameter' },
  ],
  faq: [
    { q: 'Is it as good?', a: ['Often, for narrow tasks.'] },
    { q: 'How small is it?', a: ['Under a hundredth of the ', ['term', 'parameter', 'parameters'], '.'] },
  ],
  sources: [{ title: 'LoRA: Low-Rank Adaptation', url: 'https://arxiv.org/abs/2106.09685', year: 2021 }],
  origin: { year: 2021, who: 'Edward Hu and colleagues' },
};

export const fineTuning: Entry = {
  ...lora,
  id: 'fine-tuning',
  term: 'Fine-tuning',
  also: [],
  spoken: undefined,
  formula: undefined,
  diagram: undefined,
  contrasts: [],
  related: [{ type: 'narrower', id: 'lora', term: 'LoRA' }],
  quick: 'Training a finished model further on a small, chosen set of examples.',
};
