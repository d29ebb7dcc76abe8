import { useId, useState } from 'react';
import type { Entry } from '../../glossary/types';
import { PlusIcon } from './icons';
import { Part } from './Part';
import { Prose } from './Prose';
import type { OpenTerm } from './TermLink';

type Question = Entry['faq'][number];

interface Props {
  faq: Question[];
  /** Numbers of the questions that the reader has opened so far, also in earlier visits. */
  explored: readonly number[];
  onExplore(question: number): void;
  onOpen: OpenTerm;
}

function Row({ question, onReveal, onOpen }: { question: Question; onReveal(): void; onOpen: OpenTerm }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const toggle = () => {
    if (!open) onReveal();
    setOpen(!open);
  };
  return (
    <li className={open ? 'entry-question entry-question-open' : 'entry-question'}>
      <button type="button" aria-expanded={open} aria-controls={id} onClick={toggle}>
        <PlusIcon />
        <span>{question.q}</span>
      </button>
      <div className="entry-answer" id={id} hidden={!open}>
        <Prose paragraphs={[question.a]} onOpen={onOpen} />
      </div>
    </li>
  );
}

/** The entry's questions, each a button that reveals its answer, and how many of them were explored. */
export function Questions({ faq, explored, onExplore, onOpen }: Props) {
  if (faq.length === 0) return null;
  const seen = faq.map((_, i) => explored.includes(i));
  const count = seen.filter(Boolean).length;
  const progress = (
    <p className="entry-progress">
      <span className="entry-dots" aria-hidden="true">
        {seen.map((done, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the questions of an entry keep their order
          <span key={i} className={done ? 'entry-dot entry-dot-done' : 'entry-dot'} />
        ))}
      </span>
      <span aria-live="polite">
        {count} of {faq.length} explored
      </span>
    </p>
  );
  return (
    <Part title="Questions" aside={progress}>
      <ul className="entry-questions">
        {faq.map((question, i) => (
          <Row key={question.q} question={question} onReveal={() => onExplore(i)} onOpen={onOpen} />
        ))}
      </ul>
    </Part>
  );
}
