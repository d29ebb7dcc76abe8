import { formKey } from '../words.ts';
import { CONTRASTS_MAX } from './contrasts.ts';
import { createIndex, type Rule } from './rule.ts';

/** Pairs that readers mix up most: each must be told apart on both sides. By id or any form. */
export const CONTRAST_PAIRS: readonly (readonly [string, string])[] = [
  ['training', 'inference'],
  ['pre-training', 'post-training'],
  ['fine-tuning', 'RAG'],
  ['fine-tuning', 'prompting'],
  ['LoRA', 'full fine-tuning'],
  ['distillation', 'quantization'],
  ['RLHF', 'DPO'],
  ['RLHF', 'RLVR'],
  ['parameter', 'hyperparameter'],
  ['token', 'word'],
  ['embedding', 'token'],
  ['context window', 'memory'],
  ['agent', 'workflow'],
  ['function calling', 'MCP'],
  ['MCP', 'A2A'],
  ['open weights', 'open source'],
  ['prompt injection', 'jailbreak'],
  ['alignment', 'safety'],
  ['explainability', 'interpretability'],
  ['AGI', 'superintelligence'],
];

/**
 * Each of the pairs above whose entries both exist has its contrast in both files; in one is enough
 * where the other has no room left, as pre-training has with its three.
 */
export const contrastPairs: Rule = {
  name: 'contrast-pairs',
  check: ({ id, contrasts }, glossary) =>
    (partnersOf(glossary).get(id) ?? [])
      .filter((other) => !contrasts.some(({ with: to }) => to === other))
      .filter(
        (other) =>
          contrasts.length < CONTRASTS_MAX || !glossary.byId.get(other)?.contrasts.some(({ with: to }) => to === id),
      )
      .map((other) => ({
        where: 'contrasts',
        found: `none with "${other}"`,
        fix: 'Readers mix these two up: add it, with the one difference from this side.',
      })),
};

const partnersOf = createIndex(({ entries, ids }) => {
  const owner = new Map<string, string>();
  for (const { id, forms } of entries)
    for (const { text } of forms) if (!owner.has(formKey(text))) owner.set(formKey(text), id);
  const partners = new Map<string, string[]>();
  for (const pair of CONTRAST_PAIRS) {
    const [a, b] = pair.map((name) => (ids.has(name) ? name : owner.get(formKey(name))));
    if (!a || !b || a === b) continue;
    partners.set(a, [...(partners.get(a) ?? []), b]);
    partners.set(b, [...(partners.get(b) ?? []), a]);
  }
  return partners;
});
