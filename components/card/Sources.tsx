import type { Entry } from '../../glossary/types';
import { Part } from './Part';
import { dateWords } from './words';

/** Where the facts come from, and when they were last looked at. */
export function Sources({ entry: { sources, origin, reviewed } }: { entry: Entry }) {
  return (
    <Part title="Sources">
      <ul className="entry-sources">
        {sources.map(({ title, url, year }) => (
          <li key={url}>
            {/* A tab of its own, by the reader's own click; the page that is being read is never named to it. */}
            <a href={url} target="_blank" rel="noreferrer noopener">
              {title}
              <span className="entry-unseen"> (opens a new tab)</span>
            </a>{' '}
            {year}
          </li>
        ))}
      </ul>
      <p className="entry-as-of">
        {origin && (
          <>
            First seen {origin.year}, {origin.who}.{' '}
          </>
        )}
        As of <time dateTime={reviewed}>{dateWords(reviewed)}</time>
      </p>
    </Part>
  );
}
