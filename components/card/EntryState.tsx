import type { Ref } from 'react';
import { type HeaderControls, HeadRow } from './Header';

export interface EntryStateProps extends HeaderControls {
  status: 'loading' | 'missing' | 'failed';
  term: string;
  headingRef?: Ref<HTMLHeadingElement>;
  onRetry(): void;
}

/** What stands in an entry's place while it is not there: its headword over a hairline, and why. */
export function EntryState({ status, term, headingRef, onRetry, ...controls }: EntryStateProps) {
  return (
    <article className="entry" aria-busy={status === 'loading'}>
      <HeadRow term={term} headingRef={headingRef} {...controls} />
      <div className="entry-body entry-part entry-state" role="status">
        {status === 'missing' && (
          <p>This entry is not in the glossary any more. It may have a new name: search for it.</p>
        )}
        {status === 'failed' && (
          <>
            <p>The entry could not be read. AI Gloss may just have been updated.</p>
            <button type="button" className="entry-action" onClick={onRetry}>
              Try again
            </button>
          </>
        )}
      </div>
    </article>
  );
}
