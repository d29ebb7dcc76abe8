import { Icon } from './Icon';

export interface PageTermRow {
  id: string;
  term: string;
  quick?: string;
  /** Mentions on the page. */
  count: number;
}

export interface PageTermsProps {
  rows: readonly PageTermRow[];
  onOpen(id: string): void;
  /** Goes to the first mark of the term on the page. */
  onJump(id: string): void;
}

/** The terms of a page in order of first use: each opens its entry, and leads to its place on the page. */
export function PageTerms({ rows, onOpen, onJump }: PageTermsProps) {
  return (
    <ol className="page-terms" aria-label="Terms on this page">
      {rows.map(({ id, term, quick, count }) => (
        <li key={id} className="page-term">
          <button type="button" className="page-term-open" onClick={() => onOpen(id)}>
            <span className="result-term">{term}</span>
            {quick && <span className="result-quick">{quick}</span>}
          </button>
          <button
            type="button"
            className="page-term-jump"
            aria-label={`Show ${term} on the page, ${count === 1 ? '1 mention' : `${count} mentions`}`}
            title="Show it on the page"
            onClick={() => onJump(id)}
          >
            <span className="page-term-count">{count}×</span>
            <JumpIcon />
          </button>
        </li>
      ))}
    </ol>
  );
}

/** An arrow onto a dotted line: to the mark. */
function JumpIcon() {
  return (
    <Icon>
      <path d="M8 2.5v7M5 6.75l3 3 3-3" />
      <path d="M2.5 13.5h11" strokeDasharray="0.01 2.75" />
    </Icon>
  );
}
