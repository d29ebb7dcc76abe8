import { expectTypeOf, test } from 'vitest';
import type { Entry } from '../../glossary/types';
import type { Handlers, Sender } from '../../messaging/handle';
import type { MessageName, Reply } from '../../messaging/messages';
import type { ask } from '../../messaging/page-extension';
import type { Settings } from '../../reader/settings';
import type { SettingsStore } from '../../reader/stored-settings';

// Checked by `tsc`: a wrong one fails `npm run test:types`.
test('a message names what it carries and what comes back', () => {
  type Ask<N extends MessageName> = ReturnType<typeof ask<N>>;
  expectTypeOf<Parameters<typeof ask<'progress.add'>>>().toEqualTypeOf<
    ['progress.add', { id: string; question: number }]
  >();
  expectTypeOf<Ask<'card.prepare'>>().resolves.toEqualTypeOf<{ entry: Entry | null }>();
  expectTypeOf<Ask<'frame.decide'>>().resolves.toEqualTypeOf<{ on: boolean }>();
  // @ts-expect-error: a name that no message has
  expectTypeOf<Ask<'card.fly'>>().not.toBeNever();
  // @ts-expect-error: a parameter is missing
  expectTypeOf<{ id: string }>().toExtend<Parameters<typeof ask<'progress.add'>>[1]>();
});

test('the background answers every message, and each with its own result', () => {
  expectTypeOf<keyof Handlers>().toEqualTypeOf<MessageName>();
  expectTypeOf<Handlers['site.set']>().parameter(1).toEqualTypeOf<Sender>();
  expectTypeOf<Reply<'progress.get'>>().toEqualTypeOf<
    { ok: true; value: { explored: number[] } } | { ok: false; error: string }
  >();
});

test('settings change whole or not at all', () => {
  expectTypeOf<SettingsStore['update']>().parameter(0).toEqualTypeOf<(settings: Settings) => Settings>();
  expectTypeOf<Settings['density']>().toEqualTypeOf<'section' | 'page' | 'every'>();
});
