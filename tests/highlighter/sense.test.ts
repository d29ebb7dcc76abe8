import { describe, expect, it } from 'vitest';
import { type PackEntry, packCues, packForms } from '../../glossary/pack-forms';
import type { CaseRule, Form, Risk } from '../../glossary/types';
import { createMatcher } from '../../highlighter/match/create-matcher';
import { decodeForms } from '../../highlighter/match/decode-forms';
import { createSense } from '../../highlighter/sense/create-sense';
import { spelledOut } from '../../highlighter/sense/definitions';
import { createTopics } from '../../highlighter/sense/topics';
import { has, plain, surroundings } from '../../highlighter/sense/wording';
import type { Decision, PageContext, Place } from '../../highlighter/types';

const form = (text: string, risk: Risk = 'none', match: CaseRule = 'any'): Form => ({
  text,
  kind: 'variant',
  match,
  risk,
});
const entries: PackEntry[] = [
  {
    id: 'attention',
    level: 2,
    forms: [form('attention', 'cues'), form('attention head')],
    cues: {
      for: ['transformer', 'heads', 'softmax', '~ is all'],
      against: ['pay ~', 'paying ~', '~ deficit', 'public ~'],
    },
  },
  {
    id: 'token',
    level: 1,
    forms: [form('token', 'cues')],
    cues: { for: ['context window', 'per million ~'], against: ['wallet', 'access ~', 'csrf'] },
  },
  {
    id: 'agent',
    level: 1,
    forms: [form('agent', 'cues'), form('AI agent')],
    cues: { for: ['tools', 'llm'], against: ['estate', 'user ~'] },
  },
  { id: 'fine-tuning', level: 2, forms: [form('fine-tuning', 'page')] },
  { id: 'embedding', level: 2, forms: [form('embedding', 'page')], cues: { for: [], against: ['video ~'] } },
  { id: 'language-model', level: 1, forms: [form('language model'), form('LLM', 'none', 'exact')] },
  { id: 'backpropagation', level: 2, forms: [form('backpropagation')] },
  { id: 'gradient-descent', level: 2, forms: [form('gradient descent')] },
  { id: 'self-attention', level: 2, forms: [form('self-attention')] },
  {
    id: 'lora',
    level: 2,
    forms: [form('LoRA', 'none', 'exact'), form('low-rank adaptation')],
    cues: { for: [], against: ['radio', 'lorawan'] },
  },
  { id: 'rag', level: 2, forms: [form('RAG', 'none', 'exact')] },
  {
    id: 'dpo',
    level: 3,
    forms: [form('direct preference optimization'), form('DPO', 'cues', 'exact')],
    cues: { for: ['rlhf'], against: ['gdpr'] },
  },
];
const table = decodeForms(packForms(entries));
const { match } = createMatcher(table);
const cues = packCues(entries);

interface Text {
  text: string;
  section?: number;
  heading?: string;
}

/** Reads a page and decides each mention of its last text: "surface" when kept, "-surface" when not. */
function read(
  texts: (string | Text)[],
  { context, settle = true }: { context?: Partial<PageContext>; settle?: boolean } = {},
) {
  const sense = createSense(table, cues, { title: '', description: '', urlWords: [], lang: 'en', ...context });
  const places = new Map<number, Required<Place>>();
  const runs = texts.map((item) => {
    const { text, section = 0, heading = '' }: Text = typeof item === 'string' ? { text: item } : item;
    const place = places.get(section) ?? { section, heading, characters: 0 };
    places.set(section, place);
    place.characters += text.length;
    return { text, spans: match(text), place };
  });
  for (const { text, spans, place } of runs) if (spans.length) sense.note(text, spans, place);
  if (settle) sense.settle(runs.reduce((sum, { text }) => sum + text.length, 0));
  const { text, spans, place } = runs.at(-1)!;
  const decisions = spans.map((span): Decision & { surface: string } => ({
    ...sense.decide(text, span, place, spans),
    surface: text.slice(span.start, span.end),
  }));
  return {
    marks: decisions.map(({ keep, surface }) => (keep ? surface : `-${surface}`)),
    reasons: decisions.map(({ reason }) => reason),
    decisions,
    sense,
  };
}

const AI = ['A language model learns by gradient descent.', 'Its weights change by backpropagation.'];
const FILLER = 'The weather stayed dry all week and the harvest came in early. '.repeat(60);

describe('what a page is about', () => {
  it.each<[why: string, page: (string | Text)[], context: Partial<PageContext>, marks: string[]]>([
    ['safe forms stand alone', ['A language model.'], {}, ['language model']],
    ['a page without evidence', ['The attention of the agent.'], {}, ['-attention', '-agent']],
    ['one unambiguous word is not enough', ['A language model.', 'It drew attention.'], {}, ['-attention']],
    [
      'its repeats are not enough',
      [...Array<string>(9).fill('The language model.'), 'Fine-tuning took attention.'],
      {},
      ['-Fine-tuning', '-attention'],
    ],
    [
      'another form of the same entry is not enough',
      ['An LLM is a language model.', 'It has attention.'],
      {},
      ['-attention'],
    ],
    ['two different ones are', [...AI, 'Its attention is sparse.'], {}, ['attention']],
    ['risky words of the page kind follow the page', [...AI, 'Then comes fine-tuning.'], {}, ['fine-tuning']],
    [
      'one and a title about AI are',
      ['A language model.', 'Its attention is sparse.'],
      { title: 'How LLMs read' },
      ['attention'],
    ],
    ['a title alone is not', ['Your attention.'], { title: 'How LLMs read' }, ['-attention']],
    [
      'a description counts as the title does',
      ['A language model.', 'Its attention is sparse.'],
      { description: 'Machine learning explained' },
      ['attention'],
    ],
    [
      'words of the address count too',
      ['A language model.', 'Its attention is sparse.'],
      { urlWords: ['blog', 'llms'] },
      ['attention'],
    ],
    [
      'two among pages of other things are not',
      [FILLER, FILLER, ...AI, FILLER, 'Fine-tuning took attention.'],
      {},
      ['-Fine-tuning', '-attention'],
    ],
    ['other languages have the words too', [...AI, 'L’appareil attire attention.'], { lang: 'fr' }, ['-attention']],
  ])('%s', (_why, page, context, marks) => expect(read(page, { context }).marks).toEqual(marks));
});

describe('sections of a mixed page', () => {
  const other = { text: FILLER, section: 1 };
  it('with two different unambiguous words are about AI on any page', () => {
    const page = [other, other, { text: AI.join(' '), section: 2 }, { text: 'Fine-tuning of the model.', section: 2 }];
    expect(read(page).marks).toEqual(['Fine-tuning']);
  });

  it('that are long need more than two words', () => {
    const long = { text: FILLER, section: 2 };
    const page = [long, long, { text: AI.join(' '), section: 2 }, { text: 'Fine-tuning of the engine.', section: 2 }];
    expect(read(page).marks).toEqual(['-Fine-tuning']);
  });

  it('do not lend that to the next one', () => {
    const page = [other, other, { text: AI.join(' '), section: 2 }, { text: 'Fine-tuning of the engine.', section: 3 }];
    expect(read(page).marks).toEqual(['-Fine-tuning']);
  });

  it('an unmistakable word in the same sentence carries a page-risk form', () => {
    expect(read([other, other, 'After fine-tuning, the LLM obeys.']).marks).toEqual(['fine-tuning', 'LLM']);
  });
});

describe('neighbours', () => {
  it.each<[text: string, marks: string[], why: string]>([
    ['You must pay attention.', ['-attention'], 'bound before'],
    ['You must pay no attention.', ['-attention'], 'bound, with a little word between'],
    ['Pay attention!', ['-attention'], 'bound at the start of the sentence'],
    ['An attention deficit.', ['-attention'], 'bound behind'],
    ['It pays; attention is all.', ['attention'], 'the bound word is not beside it'],
    ['They pay. Attention is computed.', ['Attention'], 'bound, but in the sentence before'],
    ['The estate agent called.', ['-agent'], 'a word against in the sentence'],
    ['The user agent string.', ['-agent'], 'bound before a noun'],
    ['An agent – user agent.', ['agent', '-agent'], 'each mention has its own neighbours'],
    ['Each token costs.', ['token'], 'nothing against'],
    ['Send the access token with each call.', ['-token'], 'bound against'],
    ['Your wallet holds the token.', ['-token'], 'a word against'],
    ['The video embedding.', ['-embedding'], 'page risk obeys cues against'],
  ])('%j on a page about AI → %j (%s)', (text, marks) => {
    const { marks: found } = read([...AI, text]);
    expect(found.filter((mark) => !/language/.test(mark))).toEqual(marks);
  });

  it('do not carry a mention where nothing unmistakable stands on the page', () => {
    expect(read(['The transformer and its heads use attention and softmax.']).marks).toEqual(['-attention']);
  });

  it('a heading speaks too', () => {
    expect(read([...AI, { text: 'Ask the agent.', heading: 'Real estate', section: 5 }]).marks).toEqual(['-agent']);
  });

  it('two words of another trade turn the scale off a page about AI', () => {
    const page = [...AI, { text: 'An agent for the landlord and the tenant.', section: 2 }];
    expect(read(page).marks).toEqual(['-agent']);
  });
});

describe('short names', () => {
  it('that are safe fall to a word against them, off pages about AI', () => {
    expect(read(['The LoRA radio sends.']).marks).toEqual(['-LoRA']);
    expect(read(['A LoRA file.']).marks).toEqual(['LoRA']);
    expect(read([...AI, 'The LoRA radio.']).marks).toEqual(['LoRA']);
  });

  it('prove nothing where a word speaks against them', () => {
    expect(
      read(['The LoRA radio.', 'A RAG pipeline.', 'An attention head.', 'Pure attention.']).sense.about().subjects,
    ).not.toContain('LoRA');
  });

  it('are risky among capitals only', () => {
    expect(read(['CLEAN IT WITH A RAG AND SOAP']).marks).toEqual(['-RAG']);
    expect(read([...AI, 'WHY RAG BEATS LONGER CONTEXT']).marks).toEqual(['RAG']);
    expect(read(['Clean RAG pipelines']).marks).toEqual(['RAG']);
  });

  it('mean what the page says they do', () => {
    const page = [...AI, 'Ask the data protection officer (DPO) first.', 'The DPO answered.'];
    expect(read(page)).toMatchObject({ marks: ['-DPO'], reasons: ['here it stands for “data protection officer”'] });
    expect(read([...AI, 'We use direct preference optimization (DPO).', 'The DPO loss.']).marks).toEqual(['DPO']);
  });

  it.each<[text: string, meaning: string | null]>([
    ['data protection officer (DPO)', 'data protection officer'],
    ['the Department of Public Order (DPO)', 'department of public order'],
    ['the Office of Order (DPO)', null],
    ['DPO (data protection officer)', 'data protection officer'],
    ['DPO (see below)', null],
    ['the (DPO)', null],
  ])('%j spells out %j', (text, meaning) => {
    const start = text.indexOf('DPO');
    expect(spelledOut(text, start, start + 3)).toBe(meaning);
  });
});

// late-sense.ts loads sense only where there is one: if this fails, it must load it on such pages too.
it('keeps nothing on a page without an unmistakable term, whatever else speaks for it', () => {
  const everything =
    'Attention is all: softmax, heads, transformer, tools, llm. A token of the context window, an agent, fine-tuning and embedding.';
  const context = { title: 'AI and machine learning', description: 'neural networks', urlWords: ['ai'] };
  const page = Array.from({ length: 5 }, () => ({ text: everything, heading: 'Transformer, softmax and llm tools' }));
  const { marks } = read(page, { context });
  expect(marks.length).toBeGreaterThan(4);
  expect(marks.filter((mark) => !mark.startsWith('-'))).toEqual([]);
});

describe('early answers', () => {
  it('are given for safe forms only', () => {
    const { decisions } = read([...AI, 'A language model with attention and fine-tuning.'], { settle: false });
    expect(decisions.map(({ keep, pending = false }) => [keep, pending])).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ]);
  });

  it('wait for a safe short name that a neighbour speaks against', () => {
    expect(read(['The LoRA radio.'], { settle: false }).decisions[0]).toMatchObject({ keep: false, pending: true });
    expect(read(['The LoRA file.'], { settle: false }).decisions[0]).toMatchObject({ keep: true });
  });

  it('never turn from kept to not kept when the rest is read', () => {
    const texts = ['A LoRA file.', 'The LLM.', 'CLEAN RAG.', 'An attention head.'];
    const early = read(texts, { settle: false }).sense;
    const keptEarly = texts.map(
      (text) => early.decide(text, match(text)[0]!, { section: 0, heading: '' }, match(text)).keep,
    );
    early.settle(100);
    const keptLate = texts.map(
      (text) => early.decide(text, match(text)[0]!, { section: 0, heading: '' }, match(text)).keep,
    );
    for (const [i, kept] of keptEarly.entries()) if (kept) expect(keptLate[i]).toBe(true);
  });
});

describe('reasons', () => {
  it('say what the page is about and what stands nearby', () => {
    expect(read([...AI, 'Its attention has heads.']).reasons).toEqual([
      'the page is about “language model” and “gradient descent”; “heads” nearby',
    ]);
  });
  it('say what speaks against', () => {
    expect(read([...AI, 'Do pay attention.']).reasons).toEqual(['“pay …” speaks against the AI sense']);
    expect(read(['Attention please.']).reasons).toEqual(['neither page nor section is about AI']);
  });
  it('are the same at every asking', () => {
    const { sense } = read([...AI, 'Its attention.']);
    const ask = () =>
      sense.decide('Its attention.', match('Its attention.')[0]!, { section: 0, heading: '' }, match('Its attention.'));
    expect(ask()).toEqual(ask());
  });
});

describe('wording', () => {
  it('is small letters, one space, hyphens as spaces', () => {
    expect(plain('A  User‑Agent\n“it’s”')).toBe(" a user agent “it's” ");
  });
  it.each<[text: string, words: string, found: boolean]>([
    ['the heads of', 'head', true],
    ['ahead of', 'head', false],
    ['header of', 'head', false],
    ['two heads', 'heads', true],
    ['my real estate office', 'real estate', true],
  ])('%j has %j: %s', (text, words, found) => expect(has(plain(text), words)).toBe(found));

  it('takes the sentence apart from what is around it', () => {
    const text = 'One here. Two has a token in it! Three?';
    const start = text.indexOf('token');
    expect(surroundings(text, start, start + 5)).toMatchObject({
      sentence: ' two has a ~ in it ',
      around: ' one here. ! three? ',
    });
  });
  it('knows other trades by two of their words', () => {
    const topics = createTopics();
    expect(topics.of('the landlord and his tenants', 2)).toBe('property');
    expect(topics.of('the landlord alone', 2)).toBeNull();
    expect(topics.of('landlord and landlords', 2)).toBeNull();
  });
});
