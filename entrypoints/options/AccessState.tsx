import { useCallback, useEffect, useState } from 'react';
import { OptionsPart } from './OptionsPart';
import type { OptionsServices } from './services';

const HOW = {
  chromium: 'Or: right-click the AI Gloss icon, then “This can read and change site data”, then “On all sites”.',
  firefox: 'Or: menu, “Add-ons and themes”, AI Gloss, “Permissions”, “Access your data for all websites”.',
};

/** What the browser lets AI Gloss read, and how to change it. */
export function AccessState({ services }: { services: OptionsServices }) {
  const [hasAccess, setAccess] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const look = useCallback(() => void services.hasAccess().then(setAccess), [services]);
  useEffect(() => {
    look();
    return services.onAccess(look);
  }, [services, look]);

  const request = async () => {
    try {
      setFailure((await services.requestAccess()) ? null : 'The browser did not grant it.');
    } catch (error) {
      setFailure(`The browser cannot ask here (${(error as Error).message}).`);
    }
    look();
  };

  return (
    <OptionsPart title="Access">
      {hasAccess === true && (
        <p>AI Gloss may read all sites, which it does on your machine alone. You can narrow that in the browser.</p>
      )}
      {hasAccess === false && (
        <>
          <p>The browser lets AI Gloss read only some sites, so it marks no terms on the others.</p>
          <p>
            <button type="button" className="button button-main" onClick={() => void request()}>
              Allow on all sites
            </button>
          </p>
          <p role="status">{failure}</p>
          <p className="options-hint">{HOW[services.browser]}</p>
        </>
      )}
    </OptionsPart>
  );
}
