import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../glossary/compile';
import { readFolder } from '../../../glossary/read/read-glossary';
import { createSearch } from '../../../glossary/search/create-search';

const folder = fileURLToPath(new URL('../../../glossary/terms', import.meta.url));
const { searchDocs } = compile(readFolder(folder).flatMap(({ entry }) => entry ?? []));
const { search, nearest } = createSearch(searchDocs);

/** Query → entry that must come first, as `query: id`, with the reason that the list gives for it. */
const FIRST: Record<string, string[]> = {
  'name form': [
    'pre-training: pre-training',
    'pretraining: pre-training',
    'pre training: pre-training',
    'PRE–TRAINING: pre-training',
    'pretrain: pre-training',
    'LLM: large-language-model',
    'llms: large-language-model',
    'RAG: retrieval-augmented-generation',
    'RLHF: rlhf',
    'reinforcement learning from human feedback: rlhf',
    'human feedback: rlhf',
    'DPO: dpo',
    'direct preference: dpo',
    'LoRA: lora',
    'low rank adaptation: lora',
    'MoE: mixture-of-experts',
    'mixture experts: mixture-of-experts',
    'KV cache: kv-cache',
    'kvcache: kv-cache',
    'top p: top-p',
    'topp: top-p',
    'nucleus sampling: top-p',
    'finetuning: fine-tuning',
    'MCP: mcp',
    'model context protocol: mcp',
    'function calling: tool-calling',
    'chain of thought: chain-of-thought',
    'cot: chain-of-thought',
    'tokens: token',
    'embeddings: embedding',
    'self attention: self-attention',
    'few shot: few-shot',
    'back propagation: backpropagation',
    'backprop: backpropagation',
    'neural net: neural-network',
    'deeplearning: deep-learning',
    'transformers: transformer',
    'halluc: hallucination',
    'vector data: vector-database',
    'next token: next-token-prediction',
    'what is a token: token',
    'what does temperature do: temperature',
    'what is RLHF?: rlhf',
    'explain embeddings please: embedding',
  ],
  typo: [
    'pretrainning: pre-training',
    'large langauge model: large-language-model',
    'rlfh: rlhf',
    'rga: retrieval-augmented-generation',
    'fine tunning: fine-tuning',
    'halucination: hallucination',
    'temprature: temperature',
    'perplexty: perplexity',
    'gradient decent: gradient-descent',
    'overfiting: overfitting',
    'tokenzier: tokenizer',
    'prompt enginering: prompt-engineering',
    'system promt: system-prompt',
    'benchmrk: benchmark',
    'retreival augmented: retrieval-augmented-generation',
    'quantizaton: quantization',
  ],
};

/** Questions and descriptions → an entry that must be among the first three. */
const AMONG_THREE = [
  'difference between LoRA and fine-tuning: lora',
  'difference between LoRA and fine-tuning: fine-tuning',
  'why does it make things up: hallucination',
  'why does the chatbot lie: hallucination',
  'make a model smaller: quantization',
  'teach a small model from a big one: distillation',
  'how does the model remember what I said: context-window',
  'how much text can it read at once: context-window',
  'why does it forget the beginning of our chat: context-window',
  'where does the AI get its knowledge from: training-data',
  'how does ChatGPT know facts from my documents: retrieval-augmented-generation',
  'AI that thinks before answering: reasoning-model',
  'AI that does tasks on its own: agent',
  'let a model use tools: tool-calling',
  'hidden instructions given before the chat: system-prompt',
  'number of weights in a model: parameter',
  'how big is a model: parameter',
  'make the answers more random: temperature',
  'search by meaning instead of words: embedding',
  'one pass over the data: epoch',
  'why bigger models get better: scaling-laws',
  'attack hidden in a web page: prompt-injection',
  'AI that makes pictures: diffusion-model',
  'try to break the model before release: red-teaming',
  'open source weights: open-weights',
  'quantisation 4 bit: quantization',
];

const split = (line: string) => line.split(': ') as [string, string];

describe('search over the glossary', () => {
  for (const [why, lines] of Object.entries(FIRST)) {
    it.each(lines.map(split))('%s → %s', (query, id) => {
      const [first] = search(query, 5);
      expect(first?.id).toBe(id);
      expect(why).toContain(first!.why);
    });
  }

  it.each(AMONG_THREE.map(split))('“%s” → %s', (query, id) => {
    expect(search(query, 3).map((result) => result.id)).toContain(id);
  });

  it('says which question was answered', () => {
    const result = search('why does it make things up')[0]!;
    expect(result.why).toBe('answers your question');
    expect(searchDocs.find(({ id }) => id === result.id)!.asked).toContain(result.matched);
  });

  it.each(['', '   ', '🦒', '...', 'qqqqzzzz'])('%j finds nothing', (query) => {
    expect(search(query)).toEqual([]);
  });

  it('gives the nearest, flagged, where nothing matches', () => {
    expect(search('how to bake bread')).toEqual([]);
    const near = nearest('how to bake bread');
    expect(near.length).toBeGreaterThan(0);
    for (const result of near) expect(result.nearest).toBe(true);
  });

  it('keeps to the limit, best first, each entry once', () => {
    const results = search('model', 7);
    expect(results).toHaveLength(7);
    expect(new Set(results.map(({ id }) => id)).size).toBe(7);
    expect(results.map(({ score }) => score)).toEqual(results.map(({ score }) => score).sort((a, b) => b - a));
  });
});
