export interface ViewBarProps<V extends string> {
  /** Name of the bar, for who does not see it. */
  label: string;
  views: readonly { id: V; text: string }[];
  /** The view that is shown; null for one that is not in the bar. */
  current: V | null;
  onGo(view: V): void;
}

/** The ways to the views of a small surface, at its lower edge. */
export function ViewBar<V extends string>({ label, views, current, onGo }: ViewBarProps<V>) {
  return (
    <nav className="view-bar" aria-label={label}>
      {views.map(({ id, text }) => (
        <button key={id} type="button" aria-current={id === current ? 'page' : undefined} onClick={() => onGo(id)}>
          {text}
        </button>
      ))}
    </nav>
  );
}
