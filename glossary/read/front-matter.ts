import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Finding, show } from '../faults.ts';
import { FrontMatter, RELATION_TYPES } from '../schema.ts';

export interface ReadFront {
  /** Null when the YAML itself is broken. Faulty fields hold a stand-in, so that the rules can judge the rest. */
  data: FrontMatter | null;
  /** Top-level fields that are faulty: what the rules say of them is noise. */
  broken: Set<string>;
  findings: Finding[];
}

/** Reads front matter and checks its shape; `line` is the file's line that the YAML starts on. */
export function readFront(yaml: string, id: string, line = 2): ReadFront {
  const document = parseDocument(yaml, { uniqueKeys: true, prettyErrors: true });
  if (document.errors.length) {
    // One slip in the syntax makes the parser stumble on; a field given twice stands alone.
    const told = document.errors.filter((error, i) => i === 0 || error.code === 'DUPLICATE_KEY');
    const findings = told.map((error) => ({
      where: `line ${(error.linePos?.[0].line ?? 1) + line - 1}`,
      found: error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, ''),
      fix: 'Mend the YAML: quote text that holds ": " or starts with a sign, and indent lists by two spaces.',
    }));
    return { data: null, broken: new Set(), findings };
  }
  const value: unknown = document.toJS();
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return {
      data: null,
      broken: new Set(),
      findings: [
        { where: 'front matter', found: show(value), fix: 'It must be fields, one a line: "term: Pre-training".' },
      ],
    };
  }
  const result = FrontMatter.safeParse(value);
  if (result.success) return { data: result.data, broken: new Set(), findings: [] };

  const findings = result.error.issues.flatMap((issue) => explain(issue, value));
  const broken = new Set(result.error.issues.flatMap((issue) => fieldsOf(issue)));
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !broken.has(key)));
  const mended = FrontMatter.safeParse({ ...standIn(id), ...rest });
  return { data: mended.success ? mended.data : null, broken, findings };
}

const fieldsOf = (issue: z.core.$ZodIssue): string[] =>
  issue.path.length === 0 && issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])];

const standIn = (id: string) => ({
  term: id.replaceAll('-', ' '),
  kind: 'concept',
  category: 'foundations',
  level: 1,
  status: 'stable',
  reviewed: '2000-01-01',
  forms: [id.replaceAll('-', ' ')],
  asked: [],
  sources: [],
  evidence: [],
});

/** One zod issue in the author's words. A union's issue is told by its nearest branch. */
function explain(issue: z.core.$ZodIssue, root: unknown, base: PropertyKey[] = []): Finding[] {
  const path = [...base, ...issue.path];
  const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], root);
  const where = path.reduce<string>(
    (at, key) => (typeof key === 'number' ? `${at}[${key}]` : at ? `${at}.${String(key)}` : String(key)),
    '',
  );
  const one = (fix: string, found = value === undefined ? 'nothing' : show(value)): Finding[] => [
    { where: where || 'front matter', found, fix },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        where: where ? `${where}.${key}` : key,
        found: 'an unknown field',
        fix:
          where === 'relations'
            ? `Use one of: ${RELATION_TYPES.join(', ')}.`
            : 'Remove it or correct its name; docs/entry-format.md lists all fields.',
      }));
    case 'invalid_value':
      return one(`Write one of: ${issue.values.join(', ')}.`);
    case 'invalid_type':
      if (value === undefined) return one(`Add it: it must be ${TYPES[issue.expected] ?? issue.expected}.`);
      return one(
        `It must be ${TYPES[issue.expected] ?? issue.expected}${issue.expected === 'string' ? ' (put it in quotes)' : ''}.`,
      );
    case 'invalid_format':
      return one('Write a date that exists, as 2026-11-24.');
    case 'too_small':
      return one(
        issue.origin === 'string' ? 'Write it or remove the line.' : `Give at least ${issue.minimum}.`,
        value === '' || show(value) === '""' ? 'an empty text' : show(value),
      );
    case 'invalid_union': {
      const values = issue.errors.flatMap((branch) =>
        branch.flatMap((i) => (i.code === 'invalid_value' && i.path.length === 0 ? i.values : [])),
      );
      if (values.length) return one(`Write one of: ${values.join(', ')}.`);
      const nearest = [...issue.errors].sort((a, b) => weight(a) - weight(b))[0];
      return nearest?.flatMap((inner) => explain(inner, root, path)) ?? one(issue.message);
    }
    default:
      return one(`${issue.message}.`);
  }
}

const weight = (issues: readonly z.core.$ZodIssue[]) =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 3 * issue.keys.length : 1), 0);

const TYPES: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'fields in braces or indented below',
  record: 'lists of ids, indented below',
  number: 'a number',
  int: 'a whole number',
};
