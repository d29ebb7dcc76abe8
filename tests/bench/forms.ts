import { type PackEntry, slug } from '../../glossary/pack-forms.ts';
import type { Form } from '../../glossary/types.ts';
import { createRandom, pick } from './random.ts';

const HEADS =
  'attention,transformer,embedding,tokenizer,gradient,backpropagation,perceptron,autoencoder,diffusion model,language model,reward model,policy network,value function,loss function,activation function,learning rate,batch size,context window,KV cache,mixture of experts,chain of thought,fine-tuning,pre-training,instruction tuning,prompt injection,jailbreak,guardrail,hallucination,retrieval,vector database,reranker,quantization,distillation,pruning,sparsity,beam search,sampling,temperature scaling,speculative decoding,benchmark,leaderboard,perplexity,BLEU,ROUGE,F1 score,precision,recall,overfitting,regularization,dropout,weight decay,optimizer,momentum,scheduler,warm-up,checkpoint,inference engine,throughput,latency,tensor parallelism,pipeline parallelism,data parallelism,GPU kernel,tensor core,accelerator,foundation model,base model,chat model,reasoning model,world model,vision encoder,multimodal model,speech recognition,text-to-image,image segmentation,object detection,convolution,pooling,residual connection,layer normalization,positional encoding,softmax,logit,cross-entropy,entropy,divergence,posterior,prior,latent space,representation,feature map,receptive field,recurrent network,state space model,graph network,reinforcement learning,bandit,Markov decision process,Q-learning,actor-critic,reward hacking,alignment,interpretability,red teaming,synthetic data,data augmentation,annotation,corpus,curriculum,tool calling,agent loop,planner,memory store,system prompt,few-shot prompt,in-context learning'.split(
    ',',
  );
const QUALIFIERS =
  'sparse,dense,causal,masked,cross,multi-head,grouped-query,sliding-window,hierarchical,contrastive,self-supervised,semi-supervised,weakly supervised,adversarial,variational,bayesian,stochastic,deterministic,continuous,discrete,online,offline,federated,distributed,asynchronous,low-rank,mixed-precision,block-wise,token-level,sequence-level,document-level,domain-specific,open-domain,zero-shot,long-context,real-time,on-device,cloud,neural,deep,shallow,linear,nonlinear,convex,gated,dilated,depthwise,learned,frozen,adaptive,dynamic,static,iterative,recursive,greedy,nucleus,differentiable,probabilistic'.split(
    ',',
  );

/** What speaks for the AI sense and against it, as the glossary's entries with risky words have it. */
const FOR = 'llm,language model,neural,training,inference,gpu,openai,layer,weights,dataset,prompt,token'.split(',');
const AGAINST = 'river,pay ~,free ~,school,electrical,hospital,tax,~ station,kitchen,garden,music ~,bank'.split(',');

/**
 * A fixed list of `count` distinct forms of realistic shape, whatever the glossary holds: so that figures of
 * different releases compare. One entry has four forms on average, as in the glossary.
 */
export function benchForms(count: number): PackEntry[] {
  const random = createRandom(2026);
  // Keyed without hyphen and space: "cross entropy" and "cross-entropy" are one form to the matcher.
  const texts = new Map<string, string>();
  const add = (text: string) => texts.set(text.toLowerCase().replace(/[ -]/g, ''), text);
  for (const head of HEADS) add(head);
  while (texts.size < count) add(`${pick(random, QUALIFIERS)} ${pick(random, HEADS)}`);
  const all = [...texts.values()].slice(0, count);
  const entries: PackEntry[] = [];
  for (let i = 0; i < all.length; i += 4) {
    const forms = all.slice(i, i + 4).map(
      (text, k): Form => ({
        text,
        kind: k === 0 ? 'preferred' : 'variant',
        match: /^[A-Z]{2}/.test(text) ? 'exact' : 'any',
        risk: text.includes(' ') || text.includes('-') ? 'none' : 'page',
      }),
    );
    // Cues belong to risky words; six of each kind are what an entry has in the mean.
    const isRisky = forms.some(({ risk }) => risk !== 'none');
    const cues = isRisky
      ? {
          for: Array.from({ length: 6 }, () => pick(random, FOR)),
          against: Array.from({ length: 6 }, () => pick(random, AGAINST)),
        }
      : undefined;
    entries.push({ id: slug(forms[0]!.text), level: (1 + (i % 3)) as 1 | 2 | 3, forms, cues });
  }
  return entries;
}

/** The same list as plain strings, for rivals that take keywords. */
export const benchWords = (count: number): string[] =>
  benchForms(count).flatMap((entry) => entry.forms.map((form) => form.text));
