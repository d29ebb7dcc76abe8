import type { ScriptRegistration } from './wanted-scripts';

/** The parts of `browser.scripting` that registrations need. */
export interface Registrar {
  getRegisteredContentScripts(): Promise<Partial<ScriptRegistration>[]>;
  registerContentScripts(scripts: ScriptRegistration[]): Promise<void>;
  updateContentScripts(scripts: Omit<ScriptRegistration, 'persistAcrossSessions'>[]): Promise<void>;
  unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
}

export interface RegistrationOptions {
  registrar: Registrar;
  /** What should be registered now; read anew for each sync. */
  wanted(): Promise<{ scripts: ScriptRegistration[]; odd: string[] }>;
  log(message: string): void;
}

/** Matches nothing, since `.invalid` names no site: where a pattern is tried on its own. */
const NOWHERE = 'https://ai-gloss.invalid/*';

/**
 * Gives the one function that brings the browser's registrations in line with what is wanted. It may be called at
 * any time and as often as one likes: calls wait for each other, and nothing is touched that is right already.
 * A pattern that the browser refuses is left out, since with it the whole registration would be refused.
 */
export function createRegistration({ registrar, wanted, log }: RegistrationOptions): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const told = new Set<string>();
  const tell = (message: string) => {
    if (told.has(message)) return;
    told.add(message);
    log(message);
  };

  async function sync(): Promise<void> {
    const { scripts, odd } = await wanted();
    for (const site of odd) tell(`No match pattern can name ${site}: there the content script itself decides`);
    try {
      await apply(scripts);
    } catch (error) {
      tell(`The content scripts were refused (${(error as Error).message}): looking for what is wrong`);
      await applyCarefully(scripts);
    }
  }

  async function apply(scripts: ScriptRegistration[]): Promise<void> {
    const there = new Map((await registrar.getRegisteredContentScripts()).map((script) => [script.id!, script]));
    const ids = new Set(scripts.map(({ id }) => id));
    const leftOver = [...there.keys()].filter((id) => !ids.has(id));
    if (leftOver.length) await registrar.unregisterContentScripts({ ids: leftOver });
    const changed = scripts.filter((script) => there.has(script.id) && !isSame(script, there.get(script.id)!));
    if (changed.length) {
      // How long a registration lasts cannot be changed, and does not for one id.
      await registrar.updateContentScripts(changed.map(({ persistAcrossSessions: _, ...script }) => script));
    }
    const missing = scripts.filter(({ id }) => !there.has(id));
    if (missing.length) await registrar.registerContentScripts(missing);
  }

  /** Starts from nothing, with what the browser accepts of each script. */
  async function applyCarefully(scripts: ScriptRegistration[]): Promise<void> {
    const ids = (await registrar.getRegisteredContentScripts()).map(({ id }) => id!);
    if (ids.length) await registrar.unregisterContentScripts({ ids });
    const verdicts = new Map<string, boolean>();
    const patterns = [...new Set(scripts.flatMap(({ matches, excludeMatches }) => [...matches, ...excludeMatches]))];
    for (const pattern of await accepted(patterns)) verdicts.set(pattern, true);
    for (const pattern of patterns) {
      if (!verdicts.has(pattern)) tell(`The browser refuses the pattern ${pattern}: there the content script decides`);
    }
    const sound = (list: string[]) => list.filter((pattern) => verdicts.has(pattern));
    const rest = scripts
      .map((script) => ({
        ...script,
        matches: sound(script.matches),
        excludeMatches: sound(script.excludeMatches),
      }))
      .filter(({ matches }) => matches.length);
    if (!rest.length) return;
    try {
      await registrar.registerContentScripts(rest);
    } catch {
      // Firefox before 128 has no such property, and refuses what it does not know.
      await registrar.registerContentScripts(rest.map(({ matchOriginAsFallback: _, ...script }) => script));
    }
  }

  /** The patterns that the browser takes: all at once, else by halves down to the odd one. */
  async function accepted(patterns: string[]): Promise<string[]> {
    if (!patterns.length || (await isAccepted(patterns))) return patterns;
    if (patterns.length === 1) return [];
    const middle = patterns.length >> 1;
    return [...(await accepted(patterns.slice(0, middle))), ...(await accepted(patterns.slice(middle)))];
  }

  async function isAccepted(patterns: string[]): Promise<boolean> {
    const probe = { id: 'probe', js: ['content-scripts/guard.js'], runAt: 'document_idle', allFrames: false } as const;
    try {
      await registrar.registerContentScripts([
        { ...probe, js: [...probe.js], matches: [NOWHERE], excludeMatches: patterns, persistAcrossSessions: false },
      ]);
    } catch {
      return false;
    }
    await registrar.unregisterContentScripts({ ids: [probe.id] });
    return true;
  }

  return () => (last = last.then(sync, sync));
}

/** What can differ between two registrations of one id. */
function isSame(one: ScriptRegistration, other: Partial<ScriptRegistration>): boolean {
  const key = ({ js, css, matches, excludeMatches, runAt, allFrames }: Partial<ScriptRegistration>) =>
    JSON.stringify([js, css ?? [], [...(matches ?? [])].sort(), [...(excludeMatches ?? [])].sort(), runAt, allFrames]);
  return key(one) === key(other);
}
