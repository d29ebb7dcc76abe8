import type { PageContext } from '../types';

/** Something that is the same as long as the document is the same page to its reader; counters in titles do not count. */
export function contextKey(document: Document): string {
  const { pathname, search } = document.location;
  return `${pathname}${search} ${document.title.replace(/[\d\s()[\]•·.…|-]+/g, '')}`;
}

/** What the document says of itself. */
export function readContext(document: Document): PageContext {
  return {
    title: document.title,
    description: document.querySelector<HTMLMetaElement>('meta[name=description i]')?.content ?? '',
    urlWords: document.location.pathname.toLowerCase().match(/[a-z]{2,}/g) ?? [],
    lang: document.documentElement.lang.toLowerCase(),
  };
}
