/** Opens another entry in the same place. A button, for it leads to no address. */
export type OpenTerm = (id: string, term: string) => void;

export function TermLink({ id, term, text, onOpen }: { id: string; term: string; text?: string; onOpen: OpenTerm }) {
  return (
    <button type="button" className="entry-link" onClick={() => onOpen(id, term)}>
      {text ?? term}
    </button>
  );
}
