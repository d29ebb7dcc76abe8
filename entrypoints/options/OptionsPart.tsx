import type { ReactNode } from 'react';

/** One part of the options, its title beside its fields. */
export function OptionsPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="options-part" aria-label={title}>
      <h2>{title}</h2>
      <div className="options-fields">{children}</div>
    </section>
  );
}
