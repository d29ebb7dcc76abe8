import { type ReactNode, useId } from 'react';

/** A part of the card below a hairline, with its title in small capitals. */
export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="entry-part" aria-labelledby={id}>
      <div className="entry-part-head">
        <h3 className="entry-part-title" id={id}>
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
