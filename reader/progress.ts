import type { Area, Lock } from './storage';

export const PROGRESS_KEY = 'progress';

/** Which questions of which entries the reader has opened: entry id → numbers of questions, from 0. */
export interface StoredProgress {
  version: 1;
  explored: Record<string, number[]>;
}

export interface ProgressStore {
  get(id: string): Promise<number[]>;
  /** Notes an opened question and gives all of that entry; in a private window nothing is stored. */
  add(id: string, question: number, isPrivate: boolean): Promise<number[]>;
}

/** Progress through the questions of entries. The background is the only writer. */
export function createProgress(area: Area, lock: Lock): ProgressStore {
  const read = async (): Promise<StoredProgress> => {
    const { [PROGRESS_KEY]: raw } = await area.get(PROGRESS_KEY);
    const { version = 1, explored: stored } = (raw ?? {}) as Partial<StoredProgress>;
    // A map without a prototype, since an id may be any word.
    const explored: Record<string, number[]> = Object.create(null);
    if (stored && typeof stored === 'object') {
      for (const [id, numbers] of Object.entries(stored)) {
        if (Array.isArray(numbers)) explored[id] = numbers.filter(isQuestion);
      }
    }
    return { version, explored };
  };
  return {
    get: async (id) => (await read()).explored[id] ?? [],
    add: (id, question, isPrivate) =>
      lock(async () => {
        const progress = await read();
        const before = progress.explored[id] ?? [];
        if (!isQuestion(question) || before.includes(question)) return before;
        const explored = [...before, question];
        // What a newer AI Gloss wrote is not ours to write over.
        if (!isPrivate && progress.version === 1) {
          await area.set({ [PROGRESS_KEY]: { ...progress, explored: { ...progress.explored, [id]: explored } } });
        }
        return explored;
      }),
  };
}

const isQuestion = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
