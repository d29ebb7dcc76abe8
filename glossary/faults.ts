/**
 * error = the build fails; missing = wanted, listed for now, and an error once the glossary is
 * large enough (each rule says from when).
 */
export type Severity = 'error' | 'missing';

/** What a rule or the reader of a file found wrong in one entry. */
export interface Finding {
  /** Field it is in, with its index: `forms[2].match`, `quick`, `faq[0]`. */
  where: string;
  /** The value found, as the author wrote it. */
  found: string;
  /** The limit, and what to do. */
  fix: string;
  severity?: Severity;
}

/** A finding with the file and the rule that it came from. */
export interface Fault extends Required<Finding> {
  file: string;
  rule: string;
}

/** Shortens a value for a message: one line, at most 80 characters. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `"${line.slice(0, 77)}…"` : `"${line}"`;
}

/** All faults grouped by file, errors first within each, as lines for people. */
export function report(faults: readonly Fault[]): string {
  const files = [...new Set(faults.map(({ file }) => file))].sort();
  const rank = (fault: Fault) => (fault.severity === 'error' ? 0 : 1);
  return files
    .map((file) => {
      const own = faults.filter((fault) => fault.file === file).sort((a, b) => rank(a) - rank(b));
      return [file, ...own.map((f) => `  ${f.severity}  ${f.where}: ${f.found}. ${f.fix} [${f.rule}]`)].join('\n');
    })
    .join('\n\n');
}

/** Thrown when entries cannot be used: lists every fault of every file. */
export class GlossaryError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[], hint = '') {
    const files = new Set(faults.map(({ file }) => file)).size;
    super(`${faults.length} faults in ${files} glossary files${hint}:\n${report(faults)}`);
    this.name = 'GlossaryError';
    this.faults = faults;
  }
}
