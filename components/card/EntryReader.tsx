/**
 * An entry, and the way from there through its links and back. Earlier entries stay mounted and hidden, so that Back
 * finds them as they were left: opened answers, scroll, focus.
 */
import { type Ref, useLayoutEffect, useRef } from 'react';
import type { Entry } from '../../glossary/types';
import { EntryCard, type EntryCardProps } from './EntryCard';
import { EntryState } from './EntryState';
import type { HeaderControls } from './Header';
import { scrollerOf } from './scroller-of';
import { type Progress, useExplored } from './use-explored';
import { type Step, type Trail, useTrail } from './use-trail';

export interface EntryReaderProps
  extends Pick<EntryCardProps, 'pageTermIds' | 'reason' | 'site' | 'pinned' | 'onPin' | 'onClose'> {
  /** The entry to begin with; give the component another `key` to begin anew. */
  first: Entry;
  /** Null for an entry that does not exist (any more); rejects when it cannot be read. */
  load(id: string): Promise<Entry | null>;
  progress: Progress;
  /** Another entry came into view. */
  onEntry?(id: string, term: string): void;
  /** Where Back leads from the first entry, if anywhere: a list of results, say. */
  back?: HeaderControls['back'];
}

type StepProps = Omit<EntryReaderProps, 'first' | 'load' | 'onEntry'> & {
  step: Step;
  trail: Trail;
  headingRef?: Ref<HTMLHeadingElement>;
};

function ReadyStep({ entry, trail, progress, ...rest }: Omit<StepProps, 'step'> & { entry: Entry }) {
  const [explored, explore] = useExplored(entry.id, progress);
  return <EntryCard {...rest} entry={entry} explored={explored} onExplore={explore} onOpen={trail.open} />;
}

function StepView({ step, trail, progress, pageTermIds, reason, site, ...controls }: StepProps) {
  if (step.entry) {
    // Why a term was marked holds for the marked one alone.
    const here = { pageTermIds, site, reason: step.key === 0 ? reason : undefined };
    return <ReadyStep {...controls} {...here} entry={step.entry} trail={trail} progress={progress} />;
  }
  const status = step.status as 'loading' | 'missing' | 'failed';
  return <EntryState {...controls} status={status} term={step.term} onRetry={trail.retry} />;
}

export function EntryReader({ first, load, onEntry, back, ...rest }: EntryReaderProps) {
  const trail = useTrail(first, load, onEntry);
  const view = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  /** How each step was left. */
  const left = useRef(new Map<number, { top: number; focused: Element | null }>());
  const shown = useRef(0);
  const { steps } = trail;
  const last = steps[steps.length - 1]!;
  const before = steps[steps.length - 2];

  const open: Trail['open'] = (id, term) => {
    const root = view.current!.getRootNode() as Document | ShadowRoot;
    left.current.set(last.key, { top: scrollerOf(view.current!)?.scrollTop ?? 0, focused: root.activeElement });
    trail.open(id, term);
  };

  useLayoutEffect(() => {
    if (shown.current === last.key) return;
    const place = last.key < shown.current ? left.current.get(last.key) : undefined;
    shown.current = last.key;
    const scroller = scrollerOf(view.current!);
    if (scroller) scroller.scrollTop = place?.top ?? 0;
    // What had focus went out of sight. A reader of the screen hears the new headword, or where the link was.
    const target = place?.focused instanceof HTMLElement && place.focused.isConnected ? place.focused : heading.current;
    target?.focus({ preventScroll: true });
  }, [last.key]);

  return (
    <div className="entry-reader" ref={view}>
      {steps.map((step) => (
        <div key={step.key} hidden={step !== last}>
          <StepView
            {...rest}
            step={step}
            trail={{ ...trail, open }}
            headingRef={step === last ? heading : undefined}
            back={before ? { to: before.term, onBack: trail.back } : back}
          />
        </div>
      ))}
    </div>
  );
}
