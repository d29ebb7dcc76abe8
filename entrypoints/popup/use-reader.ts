import { useCallback, useEffect, useState } from 'react';
import { switchPrivately } from '../../reader/private-sites';
import { switchSite } from '../../reader/switch-site';
import type { PopupServices, Reader } from './services';

/** What the reader has set, kept up to date, and the switch of a site. */
export function useReader(services: PopupServices, first: Reader) {
  const [reader, setReader] = useState(first);
  useEffect(() => services.onReader(() => void services.reader().then(setReader)), [services]);
  useEffect(() => {
    document.documentElement.dataset.theme = reader.settings.theme;
  }, [reader]);

  /** Shown at once, so that a second press means what the reader sees. Throws what storing throws. */
  const toggle = useCallback(
    async (host: string, on: boolean, isPrivate: boolean) => {
      setReader((now) => switched(now, host, on, isPrivate));
      try {
        await services.switchSite(host, on, isPrivate);
      } catch (error) {
        setReader(await services.reader());
        throw error;
      }
    },
    [services],
  );
  return { reader, toggle };
}

function switched(reader: Reader, host: string, on: boolean, isPrivate: boolean): Reader {
  return isPrivate
    ? { ...reader, privateSites: switchPrivately(reader.privateSites, host, on) }
    : { ...reader, settings: switchSite(reader.settings, host, on) };
}
