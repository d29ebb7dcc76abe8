declare module 'virtual:glossary/forms' {
  /** All forms as one string, for `highlighter/match/decode-forms`. */
  const forms: string;
  export default forms;
}

declare module 'virtual:glossary/cues' {
  /** All cues as one string, for `highlighter/sense`. */
  export const cues: string;
}

declare module 'virtual:glossary/entries' {
  /** One entry by id or former id; null when the glossary has none. Throws when a file of the extension cannot be read. */
  export function loadEntry(id: string): Promise<import('./types').Entry | null>;
}

declare module 'virtual:glossary/search' {
  /** What search and lists know of every entry. Throws when the extension's file cannot be read. */
  export function loadSearchDocs(): Promise<import('./types').SearchDoc[]>;
}
