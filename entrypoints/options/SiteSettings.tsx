import { RadioGroup } from '../../components/RadioGroup';
import { SiteList } from '../../components/SiteList';
import { parseSite } from '../../reader/parse-site';
import type { Settings } from '../../reader/settings';
import { covers } from '../../reader/sites';
import { switchSite } from '../../reader/switch-site';
import { OptionsPart } from './OptionsPart';

export interface SiteSettingsProps {
  settings: Settings;
  onChange(by: (now: Settings) => Settings): Promise<boolean>;
}

const MODES = [
  { value: 'everywhere', text: 'Everywhere, except on sites that you switch off' },
  { value: 'chosen', text: 'Only on sites that you choose', hint: 'Elsewhere no script of AI Gloss runs.' },
] as const;

/** Where AI Gloss works, and the sites that make the difference. */
export function SiteSettings({ settings, onChange }: SiteSettingsProps) {
  const isChosen = settings.mode === 'chosen';
  const sites = isChosen ? settings.sites.on : settings.sites.off;

  const add = async (text: string): Promise<string | null> => {
    const parsed = parseSite(text);
    if ('error' in parsed) return parsed.error;
    const { site } = parsed;
    const listed = sites.find((other) => covers(other, site));
    if (listed === site) return `${site} is in the list already.`;
    if (listed) return `${site} is in the list already, as a part of ${listed}.`;
    return (await onChange((now) => switchSite(now, site, isChosen))) ? null : `${site} could not be saved.`;
  };

  return (
    <OptionsPart title="Sites">
      <RadioGroup
        legend="Where AI Gloss works"
        name="mode"
        options={MODES}
        value={settings.mode}
        onChange={(mode) => void onChange((now) => ({ ...now, mode }))}
      />
      <SiteList
        key={settings.mode}
        title={isChosen ? 'Sites that you chose' : 'Sites that are switched off'}
        empty={
          isChosen ? 'None yet: AI Gloss works nowhere until you add one.' : 'None. The switch in the popup adds one.'
        }
        sites={sites}
        onAdd={add}
        onRemove={(site) => void onChange((now) => switchSite(now, site, !isChosen))}
      />
    </OptionsPart>
  );
}
