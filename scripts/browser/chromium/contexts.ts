import type { Answer, CdpSession } from './cdp.ts';

export interface Context {
  session: CdpSession;
  /** Execution context in its session. */
  id: number;
  frameId: string;
  origin: string;
  isMain: boolean;
}

/**
 * Follows the places where scripts run in a page: the page's own world of each frame, and our isolated world beside
 * it. Frames of another site live in another process and have a session of their own below the page's.
 */
export function createContexts(page: CdpSession, onSession: (session: CdpSession) => Promise<unknown>) {
  const contexts = new Map<string, Context>();
  const sessions = new Set<CdpSession>();

  async function watch(session: CdpSession): Promise<void> {
    sessions.add(session);
    const key = (id: number) => `${session.id}/${id}`;
    session.on('Runtime.executionContextCreated', ({ context }: Answer) => {
      const { frameId, isDefault } = context.auxData ?? {};
      if (!frameId) return;
      contexts.set(key(context.id), { session, id: context.id, frameId, origin: context.origin, isMain: isDefault });
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }: Answer) => {
      contexts.delete(key(executionContextId));
    });
    const clear = () => {
      for (const [name, context] of contexts) if (context.session === session) contexts.delete(name);
    };
    session.on('Runtime.executionContextsCleared', clear);
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }: Answer) => {
      if (targetInfo.type === 'iframe') void watch(session.child(sessionId)).catch(() => {});
    });
    session.on('Target.detachedFromTarget', ({ sessionId }: Answer) => {
      for (const other of sessions) {
        if (other.id !== sessionId) continue;
        sessions.delete(other);
        for (const [name, context] of contexts) if (context.session === other) contexts.delete(name);
      }
    });
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      onSession(session),
      session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }),
    ]);
  }

  return {
    start: () => watch(page),
    sessions: () => [...sessions],
    /** The world of a frame: the page's own, or ours where `origin` is the extension's. */
    find: (frameId: string, origin: string | null): Context | undefined =>
      [...contexts.values()].findLast(
        (context) =>
          context.frameId === frameId &&
          (origin === null ? context.isMain : !context.isMain && context.origin === origin),
      ),
  };
}

export type Contexts = ReturnType<typeof createContexts>;

/** Frames of a page in document order, those of other processes included. */
export async function frameTree(contexts: Contexts): Promise<{ id: string; url: string; session: CdpSession }[]> {
  const [root, ...others] = contexts.sessions();
  const trees = await Promise.all(
    [root!, ...others].map(async (session) => ({
      session,
      tree: (await session.send('Page.getFrameTree').catch(() => null))?.frameTree,
    })),
  );
  const byParent = (parentId: string | undefined) =>
    trees.filter(({ tree, session }) => session !== root && tree?.frame.parentId === parentId);
  const flat = (tree: Answer, session: CdpSession): { id: string; url: string; session: CdpSession }[] => [
    { id: tree.frame.id, url: tree.frame.url + (tree.frame.urlFragment ?? ''), session },
    ...(tree.childFrames ?? []).flatMap((child: Answer) => flat(child, session)),
    ...byParent(tree.frame.id).flatMap((other) => flat(other.tree, other.session)),
  ];
  return trees[0]!.tree ? flat(trees[0]!.tree, root!) : [];
}
