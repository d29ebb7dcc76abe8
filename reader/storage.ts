/** The parts of the extension's storage that the reader's data stands on. */
export interface Area {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

/** Runs one piece of work after the other, whoever asks. */
export type Lock = <T>(work: () => Promise<T>) => Promise<T>;

/** A lock that all pages of the extension and its background share. */
export function sharedLock(name: string): Lock {
  return (work) => navigator.locks.request(`ai-gloss:${name}`, work) as ReturnType<typeof work>;
}
