import type { Answer } from './marionette.ts';

/** The body of a script in the window whose `global` the caller's code has found. */
const EVALUATE = `
  const actor = global.getActor('MarionetteCommands');
  const options = { async: true, newSandbox: false, sandboxName: null, timeout: 30000, file: 'window', line: 0 };
  return actor.executeScript(args[0], [], options);
`;

/**
 * Runs an expression in a window of the extension that the protocol does not list as a tab. `run` finds it, as
 * `global`, and then runs what it is given. Errors come back as data, since the actor would lose their text.
 */
export async function inWindow(
  run: (body: string, script: string) => Promise<Answer>,
  expression: string,
): Promise<Answer> {
  const script = `const done = arguments[arguments.length - 1];
    (async () => ${expression})().then(
      (value) => done({ value: value === undefined ? null : value }), (error) => done({ error: String(error) }));`;
  const { value, error } = await run(EVALUATE, script);
  if (error) throw new Error(error);
  return value;
}
