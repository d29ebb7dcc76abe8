/** Why an entry is in the list, for the line under its name. */
export type Why = 'name' | 'form' | 'typo' | 'answers your question' | 'description';

/** One entry that one of the matchers found. */
export interface Match {
  /** Index into the docs. */
  doc: number;
  /** 0–1010; comparable between matchers. */
  score: number;
  why: Why;
  /** The name, question or sentence that matched. */
  matched: string;
}
