import { show } from '../faults.ts';
import type { Rule } from './rule.ts';

export const SOURCES_COUNT = [1, 5] as const;
/** The oldest thing that an AI glossary may rest on (Bayes, 1763) with some room. */
const OLDEST = 1700;

/** Sources are few, stable addresses, and dated. */
export const sources: Rule = {
  name: 'sources',
  check({ sources }, { today }) {
    const [least, most] = SOURCES_COUNT;
    const count =
      sources.length < least || sources.length > most
        ? [
            {
              where: 'sources',
              found: `${sources.length} sources`,
              fix: `Give ${least} to ${most}: papers, standards and documentation first.`,
            },
          ]
        : [];
    const seen = new Set<string>();
    return count.concat(
      sources.flatMap(({ url, year }, i) => {
        const fault = urlFault(url);
        const key = url.toLowerCase().replace(/v\d+$|\/$|#.*$/g, '');
        const twice = seen.has(key);
        seen.add(key);
        return [
          ...(fault ? [{ where: `sources[${i}].url`, found: show(url), fix: fault }] : []),
          ...(twice ? [{ where: `sources[${i}].url`, found: `${show(url)} twice`, fix: 'Keep one.' }] : []),
          ...(year < OLDEST || year > Number(today.slice(0, 4))
            ? [
                {
                  where: `sources[${i}].year`,
                  found: String(year),
                  fix: `Write the year of publication, ${OLDEST} to ${today.slice(0, 4)}.`,
                },
              ]
            : []),
        ];
      }),
    );
  },
};

/** What is wrong with an address, as its fix; null when nothing is. */
export function urlFault(url: string): string | null {
  if (!/^https:\/\//.test(url))
    return 'Write an address that starts with https:// (a DOI as https://doi.org/…, arXiv as https://arxiv.org/abs/…).';
  if (/\s/.test(url) || !URL.canParse(url)) return 'This is not an address: copy it again.';
  const { hostname, pathname, search } = new URL(url);
  if (!/\.[a-z]{2,}$/.test(hostname)) return 'Write a public host.';
  if (/[?&]utm_/.test(search)) return 'Remove the tracking parameters.';
  if (
    /(^|\.)arxiv\.org$/.test(hostname) &&
    !/^\/(abs|html)\/(\d{4}\.\d{4,5}(v\d+)?|[a-z-]+(\.[A-Z]{2})?\/\d{7})$/.test(pathname)
  ) {
    return 'Link the abstract: https://arxiv.org/abs/2005.14165.';
  }
  return null;
}
