import type { Entry } from '../../glossary/types';
import type { Mention } from '../../highlighter/index';
import { surfaceOf } from '../../highlighter/mentions/mention';
import type { PageEngine } from '../../highlighter/page-engine';
import type { CardEvent, CardOpen } from '../../messaging/card-handle';
import { ask } from '../../messaging/page-extension';

export interface CardClientOptions extends Pick<PageEngine, 'highlighter' | 'signal' | 'settings' | 'safely'> {
  onEvent(event: CardEvent): void;
}

/** Loads and shows the card of one mention at a time. Loading starts at `prepare`, within the pointer's rest. */
export function createCardClient({ highlighter, signal, settings, safely, onEvent }: CardClientOptions) {
  let prepared: { id: string; entry: Promise<Entry | null> } | null = null;
  let shown: Mention | null = null;
  /** What `shown` became since it was asked for, rendered anew. */
  let successor: Mention | null = null;
  let focusBefore: Element | null = null;

  const prepare = (mention: Mention): Promise<Entry | null> => {
    const id = highlighter.idOf(mention);
    if (prepared?.id !== id) {
      const needsScript = !globalThis.aiGlossCard;
      const entry = ask('card.prepare', { id, needsScript }).then(
        ({ entry }) => {
          if (entry) safely(() => globalThis.aiGlossCard?.prepare(entry));
          return entry;
        },
        () => {
          // A worker that was just updated may not answer: then nothing opens, and the next rest asks again.
          prepared = null;
          return null;
        },
      );
      prepared = { id, entry };
    }
    return prepared.entry;
  };

  const show = (
    mention: Mention,
    entry: Entry | null,
    trigger: CardOpen['trigger'],
    at: { x: number; y: number } | null,
  ) => {
    const card = globalThis.aiGlossCard;
    if (!entry || !card) return onEvent({ type: 'close', by: 'gone' });
    if (!card.hasFocus) focusBefore = deepFocus();
    highlighter.setActive(mention);
    card.open({
      entry,
      anchor: { rects: () => (shown ? highlighter.rectsOf(shown) : []), node: mention.nodes[0]! },
      trigger,
      ...(at && trigger !== 'keyboard' ? { at } : {}),
      surface: surfaceOf(mention),
      reason: mention.reason,
      pageTermIds: [...new Set(highlighter.mentions().map(highlighter.idOf))],
      theme: settings().theme,
      onEvent,
    });
  };

  const close = (focus: 'back' | 'stay') => {
    shown = prepared = successor = null;
    highlighter.setActive(null);
    const card = globalThis.aiGlossCard;
    const hadFocus = card?.hasFocus;
    card?.close();
    if (hadFocus && focus === 'back' && focusBefore?.isConnected) {
      (focusBefore as HTMLElement).focus({ preventScroll: true });
    }
    focusBefore = null;
  };
  signal.addEventListener('abort', () => {
    close('back');
    globalThis.aiGlossCard?.stop();
  });

  return {
    prepare,
    close,
    get isOpen() {
      return globalThis.aiGlossCard?.isOpen ?? false;
    },
    rect: () => globalThis.aiGlossCard?.rect() ?? null,
    /** Shows the card once it is there, unless another was asked for meanwhile. */
    async open(mention: Mention, trigger: CardOpen['trigger'], at: { x: number; y: number } | null) {
      shown = mention;
      const entry = await prepare(mention);
      safely(() => {
        const mark = shown;
        if (mark && (mark === mention || mark === successor)) show(mark, entry, trigger, at);
      });
    },
    /** The same words were rendered anew. */
    follow(from: Mention, to: Mention) {
      if (shown !== from) return;
      shown = successor = to;
      if (globalThis.aiGlossCard?.isOpen) highlighter.setActive(to);
    },
  };
}

function deepFocus(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
