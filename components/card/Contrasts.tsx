import type { Entry } from '../../glossary/types';
import { Part } from './Part';
import { type OpenTerm, TermLink } from './TermLink';

interface Props {
  contrasts: Entry['contrasts'];
  /** Terms of the page around the card; those come first and say so. */
  pageTermIds: readonly string[];
  onOpen: OpenTerm;
}

/** "Often confused with": per neighbour, what sets it apart. */
export function Contrasts({ contrasts, pageTermIds, onOpen }: Props) {
  if (contrasts.length === 0) return null;
  const here = (id: string) => pageTermIds.includes(id);
  const rows = [...contrasts].sort((a, b) => Number(here(b.id)) - Number(here(a.id)));
  return (
    <Part title="Often confused with">
      <dl className="entry-rows entry-contrasts">
        {rows.map(({ id, term, difference }) => (
          <div key={id}>
            <dt>
              <TermLink id={id} term={term} onOpen={onOpen} />
              {here(id) && <span className="entry-here">on this page</span>}
            </dt>
            <dd>{difference}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
