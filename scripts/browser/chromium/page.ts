import type { AccessibleNode, Frame, Page } from '../driver.ts';
import { until } from '../poll.ts';
import { callSource } from '../source.ts';
import type { Answer, CdpConnection, CdpSession } from './cdp.ts';
import { type Context, createContexts, frameTree } from './contexts.ts';
import { createInput } from './input.ts';

export interface ChromiumPage extends Page {
  readonly targetId: string;
}

/** A tab, window or popup of Chromium. `origin` is the extension's. */
export async function createChromiumPage(cdp: CdpConnection, targetId: string, origin: string): Promise<ChromiumPage> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
  const session = cdp.child(sessionId);
  const errors: string[] = [];
  const contexts = createContexts(session, (one) => recordErrors(one, errors));
  await contexts.start();
  const { id: mainFrame, url: firstUrl } = (await session.send('Page.getFrameTree')).frameTree.frame as Answer;
  let url: string = firstUrl;
  let loads = 0;
  session.on('Page.frameNavigated', ({ frame }: Answer) => {
    if (!frame.parentId) url = frame.url + (frame.urlFragment ?? '');
  });
  session.on('Page.navigatedWithinDocument', (event: Answer) => {
    if (event.frameId === mainFrame) url = event.url;
  });
  session.on('Page.loadEventFired', () => loads++);
  const input = createInput(session);

  const frame = (id: string, at: string): Frame => ({
    url: at,
    evaluate: (task, ...args) => evaluateIn(() => contexts.find(id, null), callSource(task, args)),
    evaluateInExtension: (task, ...args) => evaluateIn(() => contexts.find(id, origin), callSource(task, args)),
    hasExtension: async () => contexts.find(id, origin) !== undefined,
  });

  /** Waits for a load event that `start` brings about, unless it stays in the same document. */
  async function loading(start: () => Promise<Answer>): Promise<void> {
    const before = loads;
    const answer = await start();
    if (answer.errorText) throw new Error(answer.errorText);
    if (answer.loaderId === undefined && 'frameId' in answer) return;
    await until(() => loads > before, { what: 'the page to load', timeoutMs: 30_000 });
  }

  const main = frame(mainFrame, '');
  return {
    ...main,
    targetId,
    get url() {
      return url;
    },
    async frames() {
      return (await frameTree(contexts)).map((one) => frame(one.id, one.url));
    },
    goto: (to) => loading(() => session.send('Page.navigate', { url: to })),
    reload: () => loading(() => session.send('Page.reload')),
    show: () => cdp.send('Target.activateTarget', { targetId }),
    async close() {
      await cdp.send('Target.closeTarget', { targetId });
    },
    move: input.move,
    down: input.down,
    up: input.up,
    async click(x, y) {
      await input.move(x, y);
      await input.down();
      await input.up();
    },
    tap: input.tap,
    wheel: input.wheel,
    press: input.press,
    type: input.type,
    async setViewport(width, height) {
      await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    },
    async setMedia({ scheme, reducedMotion, print, forcedColors }) {
      const features = [
        { name: 'prefers-color-scheme', value: scheme ?? '' },
        { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : '' },
        { name: 'forced-colors', value: forcedColors ? 'active' : '' },
      ];
      await session.send('Emulation.setEmulatedMedia', { media: print ? 'print' : '', features });
    },
    async screenshot() {
      return Buffer.from((await session.send('Page.captureScreenshot', { format: 'png' })).data, 'base64');
    },
    accessibility: () => accessibility(session),
    errors: async () => [...errors],
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the caller's function says what comes back
async function evaluateIn(find: () => Context | undefined, expression: string): Promise<any> {
  for (let tries = 0; ; tries++) {
    const context = find();
    if (!context) throw new Error('No script of this kind runs in the frame');
    try {
      const { result, exceptionDetails } = await context.session.send('Runtime.evaluate', {
        expression,
        contextId: context.id,
        awaitPromise: true,
        returnByValue: true,
        userGesture: false,
      });
      if (exceptionDetails) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value;
    } catch (error) {
      // The document was replaced between looking it up and asking it.
      const isGone = /Cannot find context|context was destroyed|Session with given id|its target has gone/.test(
        (error as Error).message,
      );
      if (!isGone || tries === 3) throw error;
      await until(() => find() !== context && find(), { what: 'the next document of the frame' });
    }
  }
}

async function recordErrors(session: CdpSession, errors: string[]): Promise<void> {
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }: Answer) => {
    errors.push(`${text} ${exception?.description ?? exception?.value ?? ''}`.trim());
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }: Answer) => {
    if (type !== 'error' && type !== 'assert') return;
    errors.push(args.map((arg: Answer) => arg.description ?? String(arg.value)).join(' '));
  });
  session.on('Log.entryAdded', ({ entry }: Answer) => {
    if (entry.level === 'error') errors.push(`${entry.text} ${entry.url ?? ''}`.trim());
  });
  await session.send('Log.enable');
}

async function accessibility(session: CdpSession): Promise<AccessibleNode[]> {
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.send('Accessibility.disable');
  const byId = new Map<string, Answer>(nodes.map((node: Answer) => [node.nodeId, node]));
  const found: AccessibleNode[] = [];
  const property = (node: Answer, name: string) =>
    node.properties?.find((one: Answer) => one.name === name)?.value.value;
  const walk = (node: Answer, depth: number) => {
    if (!node.ignored) {
      found.push({
        role: node.role?.value ?? '',
        name: node.name?.value ?? '',
        focused: property(node, 'focused') === true,
        expanded: property(node, 'expanded') ?? null,
        depth,
      });
    }
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) walk(child, node.ignored ? depth : depth + 1);
    }
  };
  if (nodes[0]) walk(nodes[0], 0);
  return found;
}
