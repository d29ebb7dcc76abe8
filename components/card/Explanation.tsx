import { useId, useState } from 'react';
import type { Entry } from '../../glossary/types';
import { ChevronIcon } from './icons';
import { Prose } from './Prose';
import type { OpenTerm } from './TermLink';

/** "How it works": the explanation, on demand. */
export function Explanation({ entry, onOpen }: { entry: Entry; onOpen: OpenTerm }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (entry.explanation.length === 0) return null;
  return (
    <section className="entry-part entry-works">
      <h3 className="entry-disclosure">
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          How it works
          <ChevronIcon />
        </button>
      </h3>
      <div className="entry-prose" id={id} hidden={!open}>
        <Prose paragraphs={entry.explanation} onOpen={onOpen} />
      </div>
    </section>
  );
}
