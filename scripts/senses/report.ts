import type { PageRows } from './rows.ts';
export interface MeasuredSet {
  name: string;
  /** By the built extension, or in process where no browser was asked. */
  pages: PageRows[];
  inProcess: PageRows[];
}
export const toMarkdown = (_: MeasuredSet[], __: unknown) => '';
