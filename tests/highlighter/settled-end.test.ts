import { expect, test } from 'vitest';
import { settledEnd } from '../../highlighter/watch/settled-end';

/** `|` marks how far the text is settled. */
test.each([
  ['|', 'nothing at all'],
  ['|A large language mod', 'the first sentence is still being written'],
  ['|It runs GPT-3.', 'a full stop at the end may be a decimal point'],
  ['It runs GPT-3.| ', 'a space after it settles it'],
  ['Tokens are cheap.| A large lang', 'only the last sentence waits'],
  ['Is it? “Yes.”| And', 'closing quotes belong to the sentence'],
  ['(See above.)| Then', 'and brackets'],
  ['Three kinds:\n|attention', 'a line break settles what is before it'],
  ['Use a base model;| then', 'so does a semicolon'],
  ['模型在训练。|后', 'no space is needed after an ideographic stop'],
  ['|e.g', 'a stop within a word is none'],
])('%s — %s', (marked) => {
  expect(settledEnd(marked.replace('|', ''))).toBe(marked.indexOf('|'));
});
