import type { ReactNode, Ref } from 'react';
import type { Entry } from '../../glossary/types';
import { BackIcon, CloseIcon, PinIcon } from './icons';
import { categoryWord, LEVEL_WORDS, STATUS_WORDS } from './words';

/** What the place that shows an entry lets the reader do with it; each button is there when its callback is. */
export interface HeaderControls {
  back?: { to: string; onBack(): void };
  pinned?: boolean;
  onPin?(pinned: boolean): void;
  onClose?(): void;
}

function Controls({ pinned = false, onPin, onClose }: HeaderControls) {
  if (!onPin && !onClose) return null;
  return (
    <div className="entry-controls">
      {onPin && (
        <button
          type="button"
          className="entry-round"
          aria-pressed={pinned}
          aria-label="Keep open"
          title="Keep open"
          onClick={() => onPin(!pinned)}
        >
          <PinIcon filled={pinned} />
        </button>
      )}
      {onClose && (
        <button type="button" className="entry-round" aria-label="Close" title="Close (Esc)" onClick={onClose}>
          <CloseIcon />
        </button>
      )}
    </div>
  );
}

function BackButton({ back }: Pick<HeaderControls, 'back'>) {
  return (
    back && (
      <button type="button" className="entry-back" onClick={back.onBack}>
        <BackIcon />
        <span>
          <span className="entry-unseen">Back to </span>
          {back.to}
        </span>
      </button>
    )
  );
}

/** Back, headword and controls: the part of an entry that stays in view while the rest scrolls. */
export function HeadRow({
  term,
  headingRef,
  children,
  ...controls
}: HeaderControls & { term: string; headingRef?: Ref<HTMLHeadingElement>; children?: ReactNode }) {
  return (
    <header className="entry-head">
      <BackButton back={controls.back} />
      <div className="entry-title">
        <h2 className="entry-term" ref={headingRef} tabIndex={-1}>
          {term}
        </h2>
        {children}
      </div>
      <Controls {...controls} />
    </header>
  );
}

/** "also pretraining · said “lore-ah”", beside the headword. */
export function Names({ entry }: { entry: Entry }) {
  if (entry.also.length === 0 && !entry.spoken) return null;
  return (
    <p className="entry-names">
      {entry.also.length > 0 && <span>also {entry.also.join(', ')}</span>}
      {entry.spoken && <span>said “{entry.spoken}”</span>}
    </p>
  );
}

/** "Training · for everyone · stable". */
export function Facts({ entry }: { entry: Entry }) {
  return (
    <p className="entry-facts">
      <span className="entry-category">{categoryWord(entry.category)}</span> · {LEVEL_WORDS[entry.level]} ·{' '}
      {STATUS_WORDS[entry.status]}
    </p>
  );
}
