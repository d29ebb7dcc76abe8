/**
 * The page of `npm run glossary:look`: with `?id=…` one entry in a card, in the theme that is named; with `?ids=…` a
 * row for each of them, of frames with such a card: light and dark in full width, and light at 320 px. In frames,
 * since the card's style asks how wide the window is. `data-ready` on the root says that all is drawn.
 */
import '../../../components/tokens.css';
import '../../../components/card/entry-card.css';
import './look.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { EntryCard } from '../../../components/card/EntryCard';
import type { Entry } from '../../../glossary/types';

const FRAMES = [
  ['light', 450],
  ['dark', 450],
  ['light', 320],
  ['dark', 320],
] as const;

const asked = new URL(location.href).searchParams;
const only = asked.get('only') ?? '';
const root = document.getElementById('root')!;

async function showCard(id: string): Promise<void> {
  const entries: Record<string, Entry> = await (await fetch('entries.json')).json();
  document.documentElement.dataset.theme = asked.get('theme') ?? 'light';
  flushSync(() =>
    createRoot(root).render(
      <div className={only === 'figures' ? 'look-card look-figures' : 'look-card'}>
        <EntryCard entry={entries[id]!} onOpen={() => {}} onExplore={() => {}} />
      </div>,
    ),
  );
  await document.fonts.ready;
}

async function showSheet(ids: readonly string[]): Promise<void> {
  const loads = ids.map(async (id) => {
    const row = document.createElement('div');
    row.className = 'look-row';
    root.append(row);
    await Promise.all(
      FRAMES.map(async ([theme, width]) => {
        const frame = document.createElement('iframe');
        frame.width = String(width);
        frame.height = '2000';
        frame.src = `?id=${id}&theme=${theme}&only=${only}`;
        row.append(frame);
        const isReady = () => frame.contentDocument?.documentElement?.dataset.ready !== undefined;
        // A tab that is not in front draws no frames to wait for.
        while (!isReady()) await new Promise((resolve) => setTimeout(resolve, 10));
        frame.height = String(frame.contentDocument!.getElementById('root')!.offsetHeight + 30);
      }),
    );
  });
  await Promise.all(loads);
}

const id = asked.get('id');
await (id ? showCard(id) : showSheet((asked.get('ids') ?? '').split(',').filter(Boolean)));
document.documentElement.dataset.ready = '';
