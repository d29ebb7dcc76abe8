import { useId } from 'react';
import { Switch } from '../../components/Switch';
import type { PageVerdict, Remedy } from './judge-page';

export interface SiteHeaderProps {
  /** Null until the browser has told. */
  verdict: PageVerdict | null;
  /** What went wrong when the switch was used. */
  failure: string | null;
  onSwitch(on: boolean): void;
  onRemedy(remedy: Remedy): void;
}

const REMEDY_TEXT: Record<Remedy, string> = {
  reload: 'Reload the page',
  access: 'Allow on all sites',
};

/** Whose page it is, what AI Gloss found there, and the switch; or why there is none. */
export function SiteHeader({ verdict, failure, onSwitch, onRemedy }: SiteHeaderProps) {
  const lineId = useId();
  return (
    <header className="site">
      <div className="site-words">
        <h1 className="site-title">{verdict?.title ?? 'AI Gloss'}</h1>
        <p className="site-line" id={lineId} role="status">
          {failure ?? verdict?.line}
        </p>
        {verdict?.remedy && (
          <button type="button" className="button site-remedy" onClick={() => onRemedy(verdict.remedy!)}>
            {REMEDY_TEXT[verdict.remedy]}
          </button>
        )}
      </div>
      {verdict?.host && (
        <Switch
          on={verdict.state !== 'off'}
          label="Explain terms on this site"
          describedBy={lineId}
          onChange={onSwitch}
        />
      )}
    </header>
  );
}
