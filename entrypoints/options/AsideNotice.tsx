import { useState } from 'react';
import { Notice } from '../../components/Notice';
import type { SettingsAside } from '../../reader/stored-settings';

export interface AsideNoticeProps {
  asides: readonly SettingsAside[];
  onCopy(text: string): Promise<void>;
  onClear(): void;
}

/** Tells which stored settings could not be used, what stands in for them, and what to do. */
export function AsideNotice({ asides, onCopy, onClear }: AsideNoticeProps) {
  const [told, setTold] = useState('');
  const copy = () =>
    onCopy(JSON.stringify(asides, null, 2)).then(
      () => setTold('Copied'),
      (error: Error) => setTold(`Could not be copied (${error.message})`),
    );
  return (
    <Notice
      title="Some stored settings could not be used"
      actions={
        <>
          <button type="button" className="button" onClick={() => void copy()}>
            Copy what was kept
          </button>
          <button type="button" className="button" onClick={onClear}>
            Delete the copy
          </button>
          <span role="status">{told}</span>
        </>
      }
    >
      {asides.map(({ at, faults }) => (
        <div key={at}>
          <p className="options-hint">
            {new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })}
          </p>
          <ul>
            {faults.map(({ what, found, limit, used }) => (
              <li key={what + found}>
                {what}: found {found}, which must be {limit}. Now: {used}.
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p>They were set aside as they were found. Set again below what you want, then delete the copy.</p>
      {asides.some(({ faults }) => faults.some(({ what }) => what === 'Version of the settings')) && (
        <p>A newer AI Gloss wrote them: update the extension before you delete the copy.</p>
      )}
    </Notice>
  );
}
