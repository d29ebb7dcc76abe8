import { useEffect, useState } from 'react';

/** Where the questions that a reader has opened are remembered, per entry. Both may fail: then nothing is remembered. */
export interface Progress {
  get(id: string): Promise<readonly number[]>;
  add(id: string, question: number): Promise<unknown>;
}

/** Numbers of the explored questions of an entry, and the way to add one. */
export function useExplored(id: string, progress: Progress): [readonly number[], (question: number) => void] {
  const [explored, setExplored] = useState<readonly number[]>([]);
  const join = (more: readonly number[]) =>
    setExplored((now) => (more.every((one) => now.includes(one)) ? now : [...new Set([...now, ...more])]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new object of callbacks is no reason to ask again
  useEffect(() => {
    progress.get(id).then(join, () => {});
  }, [id]);
  return [
    explored,
    (question) => {
      join([question]);
      progress.add(id, question).catch(() => {});
    },
  ];
}
