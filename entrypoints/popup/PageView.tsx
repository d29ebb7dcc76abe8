import { PageTerms } from '../../components/PageTerms';
import type { SearchDoc } from '../../glossary/types';
import type { Page } from './use-page';

export interface PageViewProps {
  page: Page | null;
  docs: ReadonlyMap<string, SearchDoc>;
  onOpen(id: string): void;
  onJump(id: string): void;
}

/** The terms of the page below, or why there are none. */
export function PageView({ page, docs, onOpen, onJump }: PageViewProps) {
  if (!page) return null;
  const { verdict, report } = page;
  const terms = verdict.state === 'off' || verdict.state === 'impossible' ? [] : (report?.terms ?? []);
  if (terms.length) {
    const rows = terms.map(({ id, surface, count }) => {
      const doc = docs.get(id);
      return { id, count, term: doc?.term ?? surface, quick: doc?.quick };
    });
    return <PageTerms rows={rows} onOpen={onOpen} onJump={onJump} />;
  }
  const [title, text] = EMPTY[verdict.remedy ?? verdict.state];
  return (
    <div className="list-empty">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}

const EMPTY = {
  on: ['Nothing to explain here', 'AI Gloss found no AI terms on this page. Search the glossary above.'],
  off: ['Switched off here', 'No term is marked on this site. The search above works all the same.'],
  impossible: ['Out of reach', 'AI Gloss cannot mark terms here. The search above works all the same.'],
  reading: ['Reading the page…', 'Its terms will be listed here.'],
  access: [
    'No access',
    'Allow it above, or in the browser: right-click the AI Gloss icon and look for its site access.',
  ],
  reload: ['Not in this page', 'AI Gloss starts with the page’s next load.'],
} as const;
