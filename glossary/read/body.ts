import { type Finding, show } from '../faults.ts';

export interface Body {
  quick: string;
  /** Paragraphs, each on one line, with inline Markdown. */
  explanation: string[];
  faq: { q: string; a: string[] }[];
  findings: Finding[];
}

const BLOCKS: [RegExp, string][] = [
  [/^(?:[-*+]|\d+[.)])\s/, 'a list'],
  [/^>/, 'a quotation'],
  [/^(?:```|~~~)/, 'a code block'],
  [/^\|/, 'a table'],
  [/^<[a-z!/]/i, 'HTML'],
  [/^!\[/, 'an image'],
];

/** Reads the prose below the front matter: quick definition, explanation, questions. */
export function readBody(markdown: string): Body {
  const findings: Finding[] = [];
  const intro: string[] = [];
  const faq: Body['faq'] = [];
  let place: 'intro' | 'questions' = 'intro';

  for (const block of markdown.split(/\n[ \t]*\n|\n(?=#{1,6}\s)/)) {
    let rest = block.trim();
    const heading = /^(#{1,6})[ \t]+(.*?)[ \t#]*(?:\n|$)/.exec(rest);
    if (heading) {
      const [line, level, title] = heading as unknown as [string, string, string];
      rest = rest.slice(line.length).trim();
      if (level === '##' && title === 'Questions' && place === 'intro') place = 'questions';
      else if (level === '###' && place === 'questions') faq.push({ q: title, a: [] });
      else {
        const fix =
          place === 'intro'
            ? 'The only heading before the questions is "## Questions".'
            : 'Below "## Questions" every heading is a question: "### How much data is used?".';
        findings.push({ where: 'text', found: `the heading ${show(`${level} ${title}`)}`, fix });
      }
    }
    if (!rest) continue;
    const other = BLOCKS.find(([pattern]) => pattern.test(rest));
    if (other) {
      findings.push({
        where: 'text',
        found: `${other[1]}: ${show(rest)}`,
        fix: 'Write paragraphs: the card shows prose alone.',
      });
      continue;
    }
    const paragraph = rest.replace(/\s*\n\s*/g, ' ');
    if (place === 'intro') intro.push(paragraph);
    else if (faq.length) faq.at(-1)!.a.push(paragraph);
    else
      findings.push({
        where: 'faq',
        found: `text before the first question: ${show(paragraph)}`,
        fix: 'Put a "### question" above it.',
      });
  }

  const [quick = '', ...explanation] = intro;
  if (!quick)
    findings.push({
      where: 'quick',
      found: 'no text',
      fix: 'The first paragraph below the front matter is the quick definition: one sentence.',
    });
  else if (!explanation.length)
    findings.push({
      where: 'explanation',
      found: 'no text',
      fix: 'Explain it in 80–180 words below the quick definition.',
    });
  return { quick, explanation, faq, findings };
}
