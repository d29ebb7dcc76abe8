/** Does nothing: what it costs is the measuring itself, and is taken off every other figure. */
export const run = (): number => 0;
