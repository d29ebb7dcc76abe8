import { useEffect, useRef } from 'react';
import { EntryReader, type EntryReaderProps } from '../../components/card/EntryReader';

/** An entry inside the popup, with the way back to the list that it came from. Takes the focus. */
export function EntryPane(props: EntryReaderProps) {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => pane.current?.focus({ preventScroll: true }), []);
  return (
    // Focusable, so that reading starts here.
    <section className="entry-pane" ref={pane} tabIndex={-1} aria-label={props.first.term}>
      <EntryReader {...props} />
    </section>
  );
}
