/** The options page: each change is stored at once, and changes made elsewhere show at once. */
import { useEffect, useState } from 'react';
import { RadioGroup } from '../../components/RadioGroup';
import type { Settings } from '../../reader/settings';
import type { SettingsAside } from '../../reader/stored-settings';
import { AccessState } from './AccessState';
import { AsideNotice } from './AsideNotice';
import { DwellField } from './DwellField';
import { OptionsPart } from './OptionsPart';
import { SiteSettings } from './SiteSettings';
import type { OptionsServices } from './services';

export interface OptionsProps {
  services: OptionsServices;
  first: { settings: Settings; asides: SettingsAside[] };
}

const DENSITIES = [
  {
    value: 'section',
    text: 'First mention in each section',
    hint: 'Where a new heading begins, a term is marked anew.',
  },
  { value: 'page', text: 'First on the page', hint: 'The quietest: each term is marked once.' },
  { value: 'every', text: 'Every mention', hint: 'For a close reading.' },
] as const;

const THEMES = [
  { value: 'system', text: 'As the system' },
  { value: 'light', text: 'Light' },
  { value: 'dark', text: 'Dark' },
] as const;

export function Options({ services, first }: OptionsProps) {
  const [{ settings, asides }, setStored] = useState(first);
  const [told, setTold] = useState('');

  useEffect(() => services.onChange(() => void services.read().then(setStored)), [services]);
  useEffect(() => {
    document.documentElement.dataset.theme = settings.theme;
  }, [settings.theme]);

  /** Resolves to false when it could not be stored. */
  const change = async (by: (now: Settings) => Settings): Promise<boolean> => {
    try {
      const next = await services.update(by);
      setStored((now) => ({ ...now, settings: next }));
      setTold('Saved');
      return true;
    } catch (error) {
      setTold(`Could not be saved (${(error as Error).message}). Free some disk space, and try again.`);
      return false;
    }
  };

  return (
    <main className="options">
      <header className="options-head">
        <h1>AI Gloss</h1>
        <p className="options-saved" role="status">
          {told}
        </p>
      </header>

      {asides.length > 0 && (
        <AsideNotice asides={asides} onCopy={services.copy} onClear={() => void services.clearAsides()} />
      )}

      <OptionsPart title="Marks">
        <RadioGroup
          legend="How many"
          name="density"
          options={DENSITIES}
          value={settings.density}
          onChange={(density) => void change((now) => ({ ...now, density }))}
        />
      </OptionsPart>

      <OptionsPart title="Card">
        <DwellField dwellMs={settings.dwellMs} onChange={(dwellMs) => change((now) => ({ ...now, dwellMs }))} />
        <RadioGroup
          legend="Theme of cards and of these pages"
          name="theme"
          options={THEMES}
          value={settings.theme}
          onChange={(theme) => void change((now) => ({ ...now, theme }))}
        />
      </OptionsPart>

      <SiteSettings settings={settings} onChange={change} />
      <AccessState services={services} />

      <footer className="options-foot">
        <p>AI Gloss {services.version}. Works offline: nothing leaves your machine.</p>
        <p>Free software under the MIT licence; the glossary’s text is under CC BY 4.0.</p>
      </footer>
    </main>
  );
}
