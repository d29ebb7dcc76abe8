import type { Inline, Paragraph } from '../../glossary/types';
import { type OpenTerm, TermLink } from './TermLink';

function Piece({ piece, onOpen }: { piece: Inline; onOpen: OpenTerm }) {
  if (typeof piece === 'string') return piece;
  switch (piece[0]) {
    case 'em':
      return <em>{piece[1]}</em>;
    case 'strong':
      return <strong>{piece[1]}</strong>;
    case 'code':
      return <code>{piece[1]}</code>;
    case 'term':
      // The text may be an inflected form; it is the best name that we have until the entry is here.
      return <TermLink id={piece[1]} term={piece[2]} onOpen={onOpen} />;
  }
}

/** Paragraphs of an entry; its links open inside. */
export function Prose({ paragraphs, onOpen }: { paragraphs: Paragraph[]; onOpen: OpenTerm }) {
  return paragraphs.map((paragraph, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text of an entry never changes its order
    <p key={i}>
      {paragraph.map((piece, j) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Piece key={j} piece={piece} onOpen={onOpen} />
      ))}
    </p>
  ));
}
