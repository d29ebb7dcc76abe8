import { useCallback, useEffect, useState } from 'react';
import { judgePage, type PageVerdict } from './judge-page';
import type { PageReport } from './read-page';
import type { PageTab, PopupServices, Reader } from './services';

/** A page that is still being read is asked again so often, ms. */
const ASK_AGAIN_MS = 250;
/** So long our scripts may need after a switch, ms; later the page is told to be reloaded. */
const SWITCHING_MS = 3000;

export interface Page {
  tab: PageTab;
  verdict: PageVerdict;
  report: PageReport | null;
  /** Asks the page anew; `switched` = the reader just used the switch. */
  refresh(switched?: boolean): void;
}

/** The page below the popup, asked until it has been read. Null for the moment before the browser answers. */
export function usePage(services: PopupServices, reader: Reader): Page | null {
  const [known, setKnown] = useState<{ tab: PageTab; report: PageReport | null } | null>(null);
  const [round, setRound] = useState({ number: 0, switchedAt: Number.NEGATIVE_INFINITY });
  const isSwitching = performance.now() - round.switchedAt < SWITCHING_MS;

  const verdict = known && judgePage({ ...known.tab, ...reader, report: known.report, isSwitching });
  const isReading = verdict?.state === 'reading' || (known?.report?.ours === true && !known.report.settled);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a round or a setting is a reason to ask anew
  useEffect(() => {
    let isOver = false;
    void (async () => {
      const tab = await services.tab();
      if (isOver) return;
      // Chromium lets a question wait, maybe for ever, where the reader has kept the page from us.
      if (!tab.access.here) setKnown({ tab, report: null });
      const report = tab.id === undefined ? null : await services.report(tab.id);
      if (!isOver) setKnown({ tab, report });
    })();
    return () => {
      isOver = true;
    };
  }, [services, reader, round]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer starts the wait for the next
  useEffect(() => {
    if (!isReading) return;
    const timer = setTimeout(() => setRound((now) => ({ ...now, number: now.number + 1 })), ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isReading, known]);

  const refresh = useCallback((switched = false) => {
    setRound((now) => ({
      number: now.number + 1,
      switchedAt: switched ? performance.now() : now.switchedAt,
    }));
  }, []);
  return known && verdict && { ...known, verdict, refresh };
}
