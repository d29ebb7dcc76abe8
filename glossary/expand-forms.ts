import { regularPlural } from './inflect.ts';
import type { Form } from './types.ts';

/** Every spelling in which the matcher finds a form: hyphen, space and joined, each in singular and regular plural. */
export function expandForm({ text }: Pick<Form, 'text'>): string[] {
  const spellings = /[ -]/.test(text)
    ? [text, text.replaceAll('-', ' '), text.replaceAll(' ', '-'), text.replace(/[ -]/g, '')]
    : [text];
  return [...new Set(spellings.flatMap((spelling) => [spelling, regularPlural(spelling)]))];
}
