import { parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** Reads a command's arguments; an unknown one is a Refusal that shows how the command is used. */
export function readArguments<T extends Options>(args: string[], options: T, usage: string) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const [reason] = (error as Error).message.split('. ');
    throw new Refusal(`${reason}.\n${usage}`);
  }
}

/** One of the values that an option may have. */
export function oneOf<T extends string>(option: string, value: string, values: readonly T[]): T {
  if (values.includes(value as T)) return value as T;
  throw new Refusal(`--${option} ${value}: it is one of ${values.join(', ')}.`);
}
