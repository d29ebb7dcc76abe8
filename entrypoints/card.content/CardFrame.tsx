import { EntryReader, type EntryReaderProps } from '../../components/card/EntryReader';
import type { CardOpen } from '../../messaging/card-handle';

export interface CardFrameProps extends EntryReaderProps {
  theme: CardOpen['theme'];
  /** Name of the entry in view. */
  label: string;
  /** Changes with each opening: a new reader on the same surface, so that a card that moves does not fade again. */
  opening: number;
}

/** The card's surface: paper, pointer, and the sheet that keeps the entry to its room. */
export function CardFrame({ theme, label, opening, ...reader }: CardFrameProps) {
  return (
    <div
      className={reader.pinned ? 'surface surface-pinned' : 'surface'}
      role="dialog"
      aria-label={`${label}, AI Gloss`}
      lang="en"
      tabIndex={-1}
      data-theme={theme}
    >
      <div className="sheet">
        <EntryReader {...reader} key={opening} />
      </div>
      <div className="pointer" />
    </div>
  );
}
