import { useEffect, useRef, useState } from 'react';
import type { Entry } from '../../glossary/types';
import { copyText } from './copy-text';

/** How long "Copied" stands, ms. */
const SAID_MS = 2000;

function CopyButton({ text }: { text: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(setSaid, SAID_MS, '');
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    setSaid((await copyText(text, button.current!)) ? 'Copied' : 'Could not copy');
  };
  return (
    <>
      <button type="button" className="entry-action" ref={button} onClick={copy}>
        {said || 'Copy definition'}
      </button>
      <span className="entry-unseen" role="status">
        {said}
      </span>
    </>
  );
}

export interface SiteSwitch {
  /** "example.org", or "this site" where a frame cannot know. */
  name: string;
  onOff(): void;
}

/** What the reader may do with the entry, and why it was marked; the quiet end of the card. */
export function Actions({ entry, reason, site }: { entry: Entry; reason?: string; site?: SiteSwitch }) {
  return (
    <footer className="entry-part entry-foot">
      <div className="entry-actions">
        <CopyButton text={`${entry.term}: ${entry.quick}`} />
        {site && (
          <button type="button" className="entry-action" onClick={site.onOff}>
            Don’t explain on {site.name}
          </button>
        )}
      </div>
      {reason && <p className="entry-reason">Marked because {reason}.</p>}
    </footer>
  );
}
