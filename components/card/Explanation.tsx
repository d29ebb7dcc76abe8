import { useId, useState } from 'react';
import type { Entry } from '../../glossary/types';
import { ChevronIcon } from './icons';
import { Markup } from './Markup';
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

/** The formula or diagram, where the entry has one. */
export function Figure({ entry: { formula, diagram } }: { entry: Entry }) {
  if (!formula && !diagram) return null;
  return (
    <div className="entry-part entry-figure">
      {/* Wide formulas scroll sideways in their own box, which a keyboard must be able to reach. */}
      {formula && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs focus to be scrolled by keys
        <section className="entry-formula" tabIndex={0} aria-label="Formula">
          <Markup markup={formula} />
        </section>
      )}
      {diagram && (
        <div className="entry-diagram" role="img" aria-label={diagram.alt}>
          <Markup markup={diagram.svg} />
        </div>
      )}
    </div>
  );
}
