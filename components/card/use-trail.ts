import { useRef, useState } from 'react';
import type { Entry } from '../../glossary/types';

/** An entry that takes longer to load than this, ms, shows its headword meanwhile; until then nothing changes. */
const PATIENCE_MS = 100;

export interface Step {
  /** Unlike every other step, also of the same entry. */
  key: number;
  id: string;
  term: string;
  /** Null unless ready. */
  entry: Entry | null;
  status: 'ready' | 'loading' | 'missing' | 'failed';
}

export interface Trail {
  /** From the entry that was opened first to the one in view. */
  steps: Step[];
  open(id: string, term: string): void;
  /** Loads the entry in view once more. */
  retry(): void;
  back(): void;
}

/** The way that a reader takes from entry to entry. `load` gives null for an entry that does not exist. */
export function useTrail(
  first: Entry,
  load: (id: string) => Promise<Entry | null>,
  onEntry?: (id: string, term: string) => void,
) {
  const [steps, setSteps] = useState<Step[]>(() => [
    { key: 0, id: first.id, term: first.term, entry: first, status: 'ready' },
  ]);
  const keys = useRef(0);
  /** The step that the reader waits for; answers for any other come too late. */
  const awaited = useRef(-1);

  const fetch = async (key: number, id: string, term: string) => {
    awaited.current = key;
    const put = (step: Omit<Step, 'key' | 'id'>) => {
      if (awaited.current !== key) return;
      setSteps((all) => [...all.filter((one) => one.key !== key), { key, id, ...step }]);
    };
    const timer = setTimeout(put, PATIENCE_MS, { term, entry: null, status: 'loading' });
    try {
      const entry = await load(id);
      put(entry ? { term: entry.term, entry, status: 'ready' } : { term, entry: null, status: 'missing' });
      if (entry && awaited.current === key) onEntry?.(id, entry.term);
    } catch {
      put({ term, entry: null, status: 'failed' });
    } finally {
      clearTimeout(timer);
    }
  };

  const trail: Trail = {
    steps,
    open: (id, term) => void fetch(++keys.current, id, term),
    retry() {
      const { key, id, term } = steps[steps.length - 1]!;
      void fetch(key, id, term);
    },
    back() {
      awaited.current = -1;
      const before = steps[steps.length - 2];
      if (!before) return;
      setSteps(steps.slice(0, -1));
      onEntry?.(before.id, before.term);
    },
  };
  return trail;
}
