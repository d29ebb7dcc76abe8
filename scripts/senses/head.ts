export type About = 'ai' | 'mixed' | 'other';
const ABOUTS: readonly string[] = ['ai', 'mixed', 'other'];

/** What a source says of its page before the body. */
export interface Head {
  title: string;
  description: string;
  /** news, forum, recipe … for the figures per kind. */
  kind: string;
  about: About;
  lang: string;
  jsonld: string;
  /** Listed words without a mark are labelled "other sense": on pages with nothing about AI only. */
  isAllOther: boolean;
}

/** Reads the `key: value` lines before a source's body; what is wrong goes to `faults`. */
export function readHead(text: string, faults: string[]): Head {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, key, value] = /^([a-z]+): (.+)$/.exec(line) ?? [];
    if (!key) faults.push(`head line “${line}” is no “key: value”`);
    else fields.set(key, value!);
  }
  const about = fields.get('about') ?? '';
  for (const key of ['title', 'kind']) if (!fields.has(key)) faults.push(`the head has no ${key}`);
  if (!ABOUTS.includes(about)) faults.push(`about: “${about}” is none of ${ABOUTS.join(', ')}`);
  const unmarked = fields.get('unmarked');
  if (unmarked && (unmarked !== 'other' || about !== 'other'))
    faults.push('unmarked: other is for pages about other things');
  return {
    title: fields.get('title') ?? '',
    description: fields.get('description') ?? '',
    kind: fields.get('kind') ?? '',
    about: about as About,
    lang: fields.get('lang') ?? 'en',
    jsonld: fields.get('jsonld') ?? '',
    isAllOther: unmarked === 'other',
  };
}
