import type { PackEntry } from '../../glossary/pack-forms';
import type { CaseRule, Form, Risk } from '../../glossary/types';

const form = (text: string): Form => {
  const [, mark, bare] = /^([=^]?)(.*)$/.exec(text.replace(/\?+$/, ''))!;
  const match: CaseRule = mark === '=' ? 'exact' : mark === '^' ? 'initial' : 'any';
  const risk: Risk = text.endsWith('??') ? 'cues' : text.endsWith('?') ? 'page' : 'none';
  return { text: bare!, kind: 'variant', match, risk };
};

/** "=" exact case, "^" initial capital, "?" and "??" the risks page and cues. One entry a line. */
export const entries: PackEntry[] = `
pre-training, pretrain|pre-training data|large language model|language model, =LLM|=RAG|=LoRA|attention??|attention head
self-attention|transformer??|token??, tokens-per-second|agent??, AI agent|=AI, artificial intelligence|=GPT
=GPT-4o|=GPT-4|GPT-4o mini|^Llama?|^Llama 3.1|^Gemini??|top-p|=k-NN, k-nearest neighbors|=F1, F1 score
Q-learning|seq2seq|=t-SNE|=pass@k|=TF-IDF|loss?, loss function|policy??|batch size|on-policy|fine-tuning?, fine-tune, fine-tuned
chain of thought, =CoT|few-shot|inference?|hallucination??|benchmark?|context window|=KV cache|vector database|mixture of experts, =MoE
naïve Bayes|Moore's law|=SLM|encoder-decoder|multi-agent system|state-of-the-art|τ-bench|3D Gaussian splatting|open weights
machine learning, =ML|=ML model|red teaming|diffusion model|prompt??, system prompt|parameter??|embedding?|world model
=vLLM|=R1|=o3|=C4|=SwiGLU|reward model|AGI|chatbot|flow matching|bias??|kernel trick
`
  .trim()
  .split(/[|\n]/)
  .map((line) => {
    const forms = line.split(', ').map(form);
    return { id: forms[0]!.text.toLowerCase().replace(/\W+/g, '-'), level: 1 as const, forms };
  });
