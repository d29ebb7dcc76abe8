import type { ReactNode } from 'react';

/** Something that the reader should know, and what can be done about it. */
export function Notice({ title, children, actions }: { title?: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <section className="notice" aria-label={title}>
      {title && <h2 className="notice-title">{title}</h2>}
      <div>{children}</div>
      {actions && <div className="notice-actions">{actions}</div>}
    </section>
  );
}
