/**
 * The popup: site switch, search, the page's terms, entries.
 *
 *   use-reader  what is set, and the switch
 *   use-page    tab and its frames → judge-page → header and "On this page"
 *   use-search  typed words → rows
 *   services    the browser, the reader's data, the glossary; given, so that tests give their own
 */
import { type KeyboardEvent, useRef, useState } from 'react';
import { ResultList } from '../../components/ResultList';
import { SearchBox } from '../../components/SearchBox';
import { ViewBar } from '../../components/ViewBar';
import type { Entry } from '../../glossary/types';
import { EntryPane } from './EntryPane';
import type { Remedy } from './judge-page';
import { PageView } from './PageView';
import { SiteHeader } from './SiteHeader';
import type { PopupServices, Reader } from './services';
import { usePage } from './use-page';
import { useReader } from './use-reader';
import { useGlossary } from './use-search';

const LIST_ID = 'results';
const VIEWS = [
  { id: 'page', text: 'On this page' },
  { id: 'glossary', text: 'Glossary' },
  { id: 'options', text: 'Options' },
] as const;

export interface PopupProps {
  services: PopupServices;
  /** What the reader has set, read before the first paint. */
  first: Reader;
  /** Words that were typed before the popup was drawn. */
  typed?: string;
}

export function Popup({ services, first, typed = '' }: PopupProps) {
  const { reader, toggle } = useReader(services, first);
  const page = usePage(services, reader);
  const glossary = useGlossary(services.loadDocs);
  const [view, setView] = useState<'page' | 'glossary'>('page');
  const [query, setQuery] = useState(typed);
  const [active, setActive] = useState(0);
  const [opened, setOpened] = useState<Entry | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLElement>(null);
  /** How far the list was scrolled when an entry opened over it. */
  const listTop = useRef(0);

  const shown = query.trim() ? 'glossary' : view;
  const found = shown === 'glossary' ? glossary.find(query) : { rows: [], note: '' };

  const attempt = async (work: Promise<unknown>) => {
    setFailure(null);
    try {
      await work;
    } catch (error) {
      setFailure(`That did not work: ${(error as Error).message}`);
    }
  };
  const open = (id: string) =>
    attempt(
      services.loadEntry(id).then((entry) => {
        if (!entry) throw new Error('this entry is not in the glossary any more');
        listTop.current = list.current?.scrollTop ?? 0;
        setOpened(entry);
      }),
    );
  const back = () => {
    setOpened(null);
    // Once the list stands again.
    requestAnimationFrame(() => {
      if (list.current) list.current.scrollTop = listTop.current;
      input.current?.focus({ preventScroll: true });
    });
  };
  const go = (to: (typeof VIEWS)[number]['id']) => {
    if (to === 'options') {
      void attempt(services.openOptions().then(services.close));
      return;
    }
    setOpened(null);
    setQuery('');
    setView(to);
    setActive(to === 'glossary' ? -1 : 0);
  };
  const jump = (id: string) => {
    const term = page?.report?.terms.find((one) => one.id === id);
    const tabId = page?.tab.id;
    if (!term || tabId === undefined) return;
    void attempt(
      services.jump(tabId, term).then((isThere) => {
        if (!isThere) throw new Error('it is not on the page any more');
        services.close();
      }),
    );
  };
  const onSwitch = (on: boolean) => {
    const host = page?.verdict.host;
    if (host) void attempt(toggle(host, on, page.tab.isPrivate).then(() => page.refresh(true)));
  };
  const remedy = (what: Remedy) => {
    const work =
      what === 'access'
        ? services.requestAccess()
        : page?.tab.id === undefined
          ? Promise.resolve()
          : services.reload(page.tab.id);
    void attempt(work.then(() => page?.refresh(true)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !opened || event.defaultPrevented) return;
    event.preventDefault();
    back();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back from wherever the focus is
    <div className="popup" onKeyDown={onKeyDown}>
      <SiteHeader verdict={page?.verdict ?? null} failure={failure} onSwitch={onSwitch} onRemedy={remedy} />
      {reader.hasAsides && (
        <p className="popup-told">
          Some of your settings could not be read.{' '}
          <button type="button" className="popup-link" onClick={() => go('options')}>
            See what was kept
          </button>
        </p>
      )}
      <search hidden={opened !== null}>
        <SearchBox
          label="Search the glossary"
          query={query}
          onQuery={(next) => {
            setQuery(next);
            setActive(next.trim() || view !== 'glossary' ? 0 : -1);
          }}
          listId={LIST_ID}
          rows={found.rows.length}
          active={active}
          onActive={setActive}
          onOpen={(row) => void open(found.rows[row]!.id)}
          onLeave={services.close}
          input={input}
        />
      </search>
      <main className="popup-body" ref={list}>
        {opened && (
          <EntryPane
            key={opened.id}
            first={opened}
            load={services.loadEntry}
            progress={services.progress(page?.tab.isPrivate ?? true)}
            pageTermIds={page?.report?.terms.map(({ id }) => id)}
            back={{ to: query.trim() ? 'Results' : shown === 'page' ? 'This page' : 'Glossary', onBack: back }}
          />
        )}
        <div hidden={opened !== null}>
          {shown === 'page' ? (
            <PageView page={page} docs={glossary.docs} onOpen={(id) => void open(id)} onJump={jump} />
          ) : (
            <>
              <p className="list-note" role="status" hidden={!found.note && !glossary.failure}>
                {glossary.failure ?? found.note}
              </p>
              {found.rows.length > 0 && (
                <ResultList
                  id={LIST_ID}
                  label="Entries"
                  rows={found.rows}
                  active={active}
                  onOpen={(id) => void open(id)}
                />
              )}
              {query.trim() && !found.rows.length && glossary.docs.size > 0 && (
                <div className="list-empty">
                  <h2>Nothing found</h2>
                  <p>No entry has words like “{query.trim().slice(0, 60)}”. Try a shorter or another word.</p>
                </div>
              )}
            </>
          )}
        </div>
      </main>
      <ViewBar label="Views" views={VIEWS} current={shown} onGo={go} />
    </div>
  );
}
