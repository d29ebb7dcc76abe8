/**
 * One entry as a reader sees it: in the card over a page, in the popup, and wherever else an entry is shown.
 * Props in, callbacks out; it asks for nothing and knows no browser.
 */
import type { Ref } from 'react';
import type { Entry } from '../../glossary/types';
import { Actions, type SiteSwitch } from './Actions';
import { Contrasts } from './Contrasts';
import { Explanation } from './Explanation';
import { DiagramFigure, FormulaFigure } from './Figures';
import { Facts, type HeaderControls, HeadRow, Names } from './Header';
import { Questions } from './Questions';
import { Related } from './Related';
import { Sources } from './Sources';
import type { OpenTerm } from './TermLink';

export interface EntryCardProps extends HeaderControls {
  entry: Entry;
  /** Ids of the terms on the page around it. */
  pageTermIds?: readonly string[];
  /** Numbers of the questions opened so far, from 0. */
  explored?: readonly number[];
  /** Why the term was marked, to follow “Marked because”; shown where it is known. */
  reason?: string;
  site?: SiteSwitch;
  /** Focus goes here when the entry replaced another. */
  headingRef?: Ref<HTMLHeadingElement>;
  /** A link to another entry was pressed. */
  onOpen: OpenTerm;
  /** A question was opened; called each time, the caller keeps the set. */
  onExplore(question: number): void;
}

export function EntryCard({
  entry,
  pageTermIds = [],
  explored = [],
  reason,
  site,
  headingRef,
  onOpen,
  onExplore,
  ...controls
}: EntryCardProps) {
  // Both words in front of the reader: what sets them apart is the first thing to know after the definition.
  const confusable = entry.contrasts.some(({ id }) => pageTermIds.includes(id));
  const contrasts = <Contrasts contrasts={entry.contrasts} pageTermIds={pageTermIds} onOpen={onOpen} />;
  return (
    <article className="entry">
      <HeadRow term={entry.term} headingRef={headingRef} {...controls}>
        <Names entry={entry} />
      </HeadRow>
      <div className="entry-body">
        <div className="entry-lead">
          <Facts entry={entry} />
          <p className="entry-quick">{entry.quick}</p>
        </div>
        {confusable && contrasts}
        <Explanation entry={entry} onOpen={onOpen} />
        {entry.diagram && <DiagramFigure diagram={entry.diagram} />}
        {entry.formula && <FormulaFigure formula={entry.formula} />}
        {!confusable && contrasts}
        <Questions faq={entry.faq} explored={explored} onExplore={onExplore} onOpen={onOpen} />
        <Related related={entry.related} onOpen={onOpen} />
        <Sources entry={entry} />
        <Actions entry={entry} reason={reason} site={site} />
      </div>
    </article>
  );
}
