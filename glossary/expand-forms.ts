import { regularPlural } from './inflect.ts';
import type { Form } from './types.ts';

/**
 * Every spelling in which readers meet a form: hyphen, space and joined, each in singular and regular
 * plural. Inflections (fine-tuned) have no plural.
 */
export function expandForm({ text, kind }: Pick<Form, 'text' | 'kind'>): string[] {
  const spellings = /[ -]/.test(text)
    ? [text, text.replaceAll('-', ' '), text.replaceAll(' ', '-'), text.replace(/[ -]/g, '')]
    : [text];
  const plural = kind === 'inflection' ? [] : spellings.map(regularPlural);
  return [...new Set([...spellings, ...plural])];
}
