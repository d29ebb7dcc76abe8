import { useEffect, useRef } from 'react';

export interface ResultRow {
  id: string;
  term: string;
  quick: string;
  /** Why it is in the list, in a few words. */
  why?: string;
}

export interface ResultListProps {
  id: string;
  label: string;
  rows: readonly ResultRow[];
  /** Number of the row that Enter opens; -1 for none. */
  active: number;
  onOpen(id: string): void;
}

export const optionId = (listId: string, row: number) => `${listId}-${row}`;

/** The list that a search box controls. The box keeps the focus; the active row is told by its id. */
export function ResultList({ id, label, rows, active, onOpen }: ResultListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className="results" id={id} ref={list} role="listbox" aria-label={label}>
      {rows.map((row, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the search box, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div
          key={row.id}
          id={optionId(id, i)}
          className="result"
          role="option"
          aria-selected={i === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onOpen(row.id)}
        >
          <div className="result-term">{row.term}</div>
          {row.why && <div className="result-why">{row.why}</div>}
          <div className="result-quick">{row.quick}</div>
        </div>
      ))}
    </div>
  );
}
