/**
 * The background: awake for moments, keeps no state. Whatever wakes it, it first brings the browser in line with
 * what is stored.
 *
 *   part           woken by                                        does
 *   registration   install, update, start, settings, wake-up       which documents get our scripts at their load
 *   injector       first wake-up of a session, a site turned on    our scripts into pages that are open already
 *   handlers       messages of content, card and popup             entries, card script, progress, "may I?"
 *   step-term      commands                                        next and previous term
 *   site switch    'site.set', last private window closed          off and on
 */

import { loadEntry } from 'virtual:glossary/entries';
import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../../messaging/browser';
import { handle } from '../../messaging/handle';
import { isSiteOnPrivately, PRIVATE_SITES_KEY, type PrivateSites, readPrivateSites } from '../../reader/private-sites';
import { createProgress } from '../../reader/progress';
import { readSettings } from '../../reader/read-settings';
import { SETTINGS_KEY, type Settings } from '../../reader/settings';
import { createSiteSwitch } from '../../reader/site-switch';
import { isSiteOn } from '../../reader/sites';
import { sharedLock } from '../../reader/storage';
import { createStoredSettings } from '../../reader/stored-settings';
import { createHandlers } from './create-handlers';
import { createInjector, type InjectTab, type TabChoice, type TabScripting } from './create-injector';
import { createRegistration, type Registrar } from './create-registration';
import { stepTerm } from './step-term';
import { wantedScripts } from './wanted-scripts';

/** Set once the open tabs have our scripts. Session storage is emptied by restart, update and re-enabling alike. */
const INJECTED_KEY = 'injected';
/** Longer than any frame takes to hear that it is off, ms. */
const OUT_MS = 1000;

export default defineBackground({
  type: 'module',
  main() {
    const { local, session } = browser.storage;
    const scripting = browser.scripting as unknown as TabScripting & Registrar;
    const lock = sharedLock('reader');
    const settings = createStoredSettings(local, lock);
    const sites = createSiteSwitch({ settings, session, lock });
    const injector = createInjector({ scripting, tabs: () => browser.tabs.query({}) as Promise<InjectTab[]> });
    const sync = createRegistration({
      registrar: scripting,
      wanted: async () => wantedScripts(await settings.read(), await sites.readPrivate()),
      log: (message) => console.warn(message),
    });
    const isOn = (now: Settings, privately: PrivateSites) => (host: string, tab: InjectTab) =>
      tab.incognito ? isSiteOnPrivately(now, privately, host) : isSiteOn(now, host);

    const injectEverywhere = async () => {
      await injector.start(isOn(await settings.read(), await sites.readPrivate()));
    };
    // A browser that is closing, say. The next event tries again, and nobody is there to be told but the log.
    const tell = (error: unknown) => console.error('AI Gloss, in the background:', error);
    const syncOrTell = () => sync().catch(tell);
    const wake = async () => {
      await syncOrTell();
      const { [INJECTED_KEY]: injected } = await session.get(INJECTED_KEY);
      if (injected) return;
      await injectEverywhere();
      await session.set({ [INJECTED_KEY]: true });
    };
    // The events of one awakening share its work.
    const awake = wake().catch(tell);
    browser.runtime.onInstalled.addListener(() => void awake.then(syncOrTell));
    browser.runtime.onStartup.addListener(() => void awake.then(syncOrTell));
    browser.permissions.onAdded.addListener(() => void syncOrTell().then(injectEverywhere).catch(tell));

    const onSettings = async (before: Settings, now: Settings) => {
      await syncOrTell();
      const privately = await sites.readPrivate();
      // Off is each frame's own affair: it hears of the change too.
      const choose: TabChoice = (...tab) => isOn(now, privately)(...tab) && !isOn(before, privately)(...tab);
      await injector.start(choose);
      // Off and on in a row: a frame that was on its way out may have said that it has the script.
      await new Promise((resolve) => setTimeout(resolve, OUT_MS));
      await injector.start(choose);
    };
    const onPrivateSites = async (before: PrivateSites, now: PrivateSites) => {
      await syncOrTell();
      const general = await settings.read();
      const was = isOn(general, before);
      const is = isOn(general, now);
      // Pages cannot hear of this one.
      await injector.stop((host, tab) => tab.incognito && was(host, tab) && !is(host, tab));
      await injector.start((host, tab) => tab.incognito && !was(host, tab) && is(host, tab));
    };
    browser.storage.onChanged.addListener((changes, area) => {
      const { [SETTINGS_KEY]: general, [PRIVATE_SITES_KEY]: privately } = changes;
      if (area === 'local' && general) {
        onSettings(readSettings(general.oldValue), readSettings(general.newValue)).catch(tell);
      } else if (area === 'session' && privately) {
        onPrivateSites(readPrivateSites(privately.oldValue), readPrivateSites(privately.newValue)).catch(tell);
      }
    });

    handle(
      createHandlers({
        scripting,
        loadEntry,
        readSettings: settings.read,
        readPrivateSites: sites.readPrivate,
        switchSite: sites.set,
        progress: createProgress(local, lock),
      }),
    );

    browser.commands.onCommand.addListener((command, tab) => {
      if (tab?.id !== undefined) void stepTerm(scripting, tab.id, command === 'previous-term' ? -1 : 1);
    });

    browser.windows.onRemoved.addListener(() => {
      void browser.windows.getAll().then((windows) => {
        if (!windows.some(({ incognito }) => incognito)) void sites.forgetPrivate();
      });
    });
  },
});
