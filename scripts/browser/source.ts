/** A function and its arguments as an expression that can be sent to a browser. */
// biome-ignore lint/complexity/noBannedTypes: any function at all is printed
export function callSource(task: Function, args: unknown[]): string {
  // `undefined` has no JSON; as an argument it is left out, which is the same to the function.
  return `(${task})(${args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(',')})`;
}
