import { decodeForms } from '../../../highlighter/match/decode-forms';

declare const PACKED: string;

/** Turns the packed forms into the table that the matcher reads: what a first page waits for. Returns the number of forms. */
export const run = (): number => decodeForms(PACKED).size;
