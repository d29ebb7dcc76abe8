import type { FormTable, TableForm } from '../types';

/** Decodes what `packForms` packed. */
export function decodeForms(packed: string): FormTable {
  const ids: string[] = [];
  const forms: TableForm[] = [];
  const levels: number[] = [];
  for (const line of packed.split('\n')) {
    const [level, id, ...texts] = line.split('|');
    ids.push(id!);
    levels.push(Number(level));
    for (const text of texts) forms.push({ term: ids.length - 1, text, match: 'any', risk: 'none' });
  }
  return {
    ids,
    levels: Uint8Array.from(levels),
    size: forms.length,
    terms: Uint16Array.from(forms, (form) => form.term),
    form: (index) => forms[index]!,
    index: undefined as never,
  };
}
