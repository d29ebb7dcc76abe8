import type { Entry, RelationType } from '../../glossary/types';
import { Part } from './Part';
import { type OpenTerm, TermLink } from './TermLink';
import { RELATION_WORDS } from './words';

/** Related terms, one list for each way of being related. */
export function Related({ related, onOpen }: { related: Entry['related']; onOpen: OpenTerm }) {
  const groups = (Object.keys(RELATION_WORDS) as RelationType[])
    .map((type) => ({ type, terms: related.filter((term) => term.type === type) }))
    .filter(({ terms }) => terms.length > 0);
  return groups.map(({ type, terms }) => (
    <Part key={type} title={RELATION_WORDS[type]}>
      <ul className="entry-related">
        {terms.map(({ id, term }) => (
          <li key={id}>
            <TermLink id={id} term={term} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </Part>
  ));
}
