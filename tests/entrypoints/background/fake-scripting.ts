import type { Registrar } from '../../../entrypoints/background/create-registration';
import type { ScriptRegistration } from '../../../entrypoints/background/wanted-scripts';

/** `browser.scripting` as browsers keep it: one id once, and one bad pattern refuses the whole call. */
export function fakeRegistrar({ refuse = (_: string): boolean => false, unknown = '' } = {}) {
  const scripts = new Map<string, ScriptRegistration>();
  const calls: string[] = [];
  const later = () => new Promise<void>((resolve) => setTimeout(resolve));
  const check = (list: Partial<ScriptRegistration>[]) => {
    for (const script of list) {
      const bad = [...(script.matches ?? []), ...(script.excludeMatches ?? [])].find(refuse);
      if (bad) throw new Error(`Invalid value for match pattern: ${bad}`);
      if (unknown && unknown in script) throw new Error(`Unexpected property "${unknown}"`);
      if (script.matches && !script.matches.length) throw new Error('matches must not be empty');
    }
  };
  const registrar: Registrar = {
    async getRegisteredContentScripts() {
      await later();
      return structuredClone([...scripts.values()]);
    },
    async registerContentScripts(list) {
      calls.push(`register ${list.map(({ id }) => id)}`);
      await later();
      for (const { id } of list) if (scripts.has(id)) throw new Error(`Duplicate script ID '${id}'`);
      check(list);
      for (const script of list) scripts.set(script.id, structuredClone(script));
    },
    async updateContentScripts(list) {
      calls.push(`update ${list.map(({ id }) => id)}`);
      await later();
      for (const { id } of list) if (!scripts.has(id)) throw new Error(`Nonexistent script ID '${id}'`);
      check(list);
      for (const script of list) scripts.set(script.id, { ...scripts.get(script.id)!, ...structuredClone(script) });
    },
    async unregisterContentScripts({ ids }) {
      calls.push(`unregister ${ids}`);
      await later();
      for (const id of ids) if (!scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
    },
  };
  return { registrar, scripts, calls };
}
