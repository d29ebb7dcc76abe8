import type { Entry, RelationType } from '../../glossary/types';
import { type OpenTerm, TermLink } from './TermLink';
import { RELATION_WORDS } from './words';

/** Related terms, one row for each way of being related. */
export function Related({ related, onOpen }: { related: Entry['related']; onOpen: OpenTerm }) {
  const groups = (Object.keys(RELATION_WORDS) as RelationType[])
    .map((type) => ({ type, terms: related.filter((term) => term.type === type) }))
    .filter(({ terms }) => terms.length > 0);
  if (groups.length === 0) return null;
  return (
    <section className="entry-part" aria-label="Related terms">
      <dl className="entry-rows entry-related">
        {groups.map(({ type, terms }) => (
          <div key={type}>
            <dt>{RELATION_WORDS[type]}</dt>
            <dd>
              <ul>
                {terms.map(({ id, term }) => (
                  <li key={id}>
                    <TermLink id={id} term={term} onOpen={onOpen} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
