import { readDiagram } from '../figures/read-diagram.ts';
import type { Rule } from './rule.ts';

/** A drawing is well-formed, speaks the one language of all drawings, and is told in words. */
export const diagram: Rule = {
  name: 'diagram',
  check: ({ diagram }) => (diagram === undefined ? [] : readDiagram(diagram).findings),
};
