import type { Diagram, Formula } from '../../glossary/types';
import { Markup } from './Markup';
import { Part } from './Part';

/** The drawing over its caption. Assistive technology gets the text in its place. */
export function DiagramFigure({ diagram: { svg, caption, alt } }: { diagram: Diagram }) {
  return (
    <figure className="entry-part entry-figure">
      <div className="entry-drawing" role="img" aria-label={alt}>
        <Markup markup={svg} />
      </div>
      <figcaption className="entry-caption">{caption}</figcaption>
    </figure>
  );
}

/** The formula, what it says in words, and its signs one by one. */
export function FormulaFigure({ formula: { math, words, where } }: { formula: Formula }) {
  return (
    <Part title="Formula">
      {/* A wide formula scrolls sideways in its own box, which a keyboard must be able to reach. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs focus to be scrolled by keys */}
      <section className="entry-formula" tabIndex={0} aria-label="Formula">
        <Markup markup={math} />
      </section>
      {words && <p className="entry-formula-words">{words}</p>}
      {where.length > 0 && (
        <dl className="entry-rows entry-signs">
          {where.map(({ sign, means }) => (
            <div key={means}>
              <dt>
                <Markup markup={sign} />
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      )}
    </Part>
  );
}
