/**
 * What the kind of an element means for reading. By name and attribute only: asking for computed
 * style would force style on every page we read.
 */

/** Text in these is never read: code, input, media, formulas, navigation, menus. */
const SKIPPED =
  'script style noscript template textarea select option datalist iframe object canvas audio video svg math code pre kbd samp var tt input button nav head title mjx-container';
/** These flow within a line; every other element, custom ones too, starts and ends a line. */
const INLINE =
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins mark nobr q s small span strike strong sub sup time u wbr';
const HEADINGS = 'h1 h2 h3 h4 h5 h6';
const SECTIONS = 'article section main aside dialog body html';

export type ElementKind = 'skip' | 'inline' | 'heading' | 'section';

/** Element name → kind; a name that is missing is a plain block. */
export function elementKinds(): Map<string, ElementKind> {
  const kinds = new Map<string, ElementKind>();
  const add = (names: string, kind: ElementKind) => {
    for (const name of names.split(' ')) kinds.set(name, kind);
  };
  add(SKIPPED, 'skip');
  add(INLINE, 'inline');
  add(HEADINGS, 'heading');
  add(SECTIONS, 'section');
  return kinds;
}

/**
 * Islands that an attribute fences off: editors (also CodeMirror, Monaco, Ace, ProseMirror), widgets,
 * typeset formulas (KaTeX, MathJax), and text that the author keeps from translators.
 */
export const FENCED = [
  '[contenteditable]:not([contenteditable=false i])',
  ':is([translate=no i],.notranslate):not(html,body)',
  ...'textbox searchbox button navigation menu menubar toolbar tablist tree math'
    .split(' ')
    .map((role) => `[role=${role}]`),
  '.katex,.MathJax,.MathJax_Display,.MathJax_Preview,.MathJax_SVG,.CodeMirror,.cm-editor,.monaco-editor,.ace_editor,.ProseMirror',
].join(',');

/** Elements of our own, such as the card's host. */
export const OWN_PREFIX = 'ai-gloss';
