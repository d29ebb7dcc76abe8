import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import { optionId } from './ResultList';
import { SearchIcon } from './SearchIcon';

export interface SearchBoxProps {
  label: string;
  query: string;
  onQuery(query: string): void;
  /** Id of the list below, and how many rows it has; none while it is not shown. */
  listId: string;
  rows: number;
  active: number;
  onActive(row: number): void;
  /** Enter on the active row. */
  onOpen(row: number): void;
  /** Escape with nothing typed. */
  onLeave(): void;
  input: RefObject<HTMLInputElement | null>;
}

/** A search field that moves through a list by keys while the focus stays in it (ARIA's combobox with a listbox). */
export function SearchBox(props: SearchBoxProps) {
  const { label, query, onQuery, listId, rows, active, onActive, onOpen, onLeave, input } = props;
  useLayoutEffect(() => input.current?.focus(), [input]);

  const clear = () => {
    onQuery('');
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (query) clear();
      else onLeave();
      return;
    }
    if (!rows || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      onOpen(active);
    }
    const to = { ArrowDown: (active + 1) % rows, ArrowUp: active > 0 ? active - 1 : rows - 1, Home: 0, End: rows - 1 }[
      event.key
    ];
    if (to === undefined) return;
    // Home and End move the caret as well, as in any field.
    if (event.key.startsWith('Arrow')) event.preventDefault();
    onActive(to);
  };

  return (
    <div className="search-box">
      <SearchIcon />
      <input
        ref={input}
        className="search-input"
        type="text"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={rows > 0}
        aria-controls={rows > 0 ? listId : undefined}
        aria-activedescendant={rows > 0 && active >= 0 ? optionId(listId, active) : undefined}
        placeholder={label}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {query && (
        <button type="button" className="search-clear" aria-label="Clear the search (Esc)" onClick={clear}>
          Esc
        </button>
      )}
    </div>
  );
}
