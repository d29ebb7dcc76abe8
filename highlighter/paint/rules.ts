/** Names under which the browser knows our highlights. */
export const MARK = 'ai-gloss-mark';
export const ACTIVE = 'ai-gloss-active';

const line = (name: string, style: string) =>
  `::highlight(${name}){text-decoration:underline ${style} 1.5px;text-underline-offset:.24em}`;

/** The rules of public/marks.css, for open shadow roots. A test holds the two together. */
export const RULES = `${line(MARK, 'dotted')}${line(ACTIVE, 'solid')}@media print{::highlight(${MARK}),::highlight(${ACTIVE}){text-decoration:none}}`;
