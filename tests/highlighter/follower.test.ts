// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import type { Matcher } from '../../highlighter/match/create-matcher';
import { createChooser } from '../../highlighter/mentions/create-chooser';
import { createMentions } from '../../highlighter/mentions/create-mentions';
import { createReader } from '../../highlighter/mentions/create-reader';
import { lettersOf, type Mention } from '../../highlighter/mentions/mention';
import type { Sense } from '../../highlighter/sense/create-sense';
import type { FormTable } from '../../highlighter/types';
import { createFollower } from '../../highlighter/watch/create-follower';
import { createHosts } from '../../highlighter/watch/create-hosts';
import { createPace } from '../../highlighter/watch/create-pace';

const FORMS = ['token', 'tokenizer', 'language model', 'attention'];
const matcher: Matcher = {
  match: (text) =>
    [...text.matchAll(/\b(?:tokenizer|token|language model|attention)\b/gi)].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      form: FORMS.indexOf(word.toLowerCase()),
    })),
};
const table = { terms: Uint16Array.of(0, 1, 2, 3) } as FormTable;

/** The living part of the engine, with a clock of ours, and "painted" for all that is chosen. */
function setUp(html: string) {
  document.body.innerHTML = html;
  const abort = new AbortController();
  let time = 0;
  let queue: { at: number; work: () => void }[] = [];
  const log: string[] = [];
  const noted: string[] = [];
  const painted = new Set<Mention>();
  const now = () => time;
  const post = (work: () => void, delayMs: number) => void queue.push({ at: time + delayMs, work });
  const task = (work: () => void) => work();
  const mentions = createMentions();
  const chooser = createChooser({ density: 'every', isVisible: () => true, onChange: () => {} });
  const flush = () => {
    chooser.refill();
    for (const mention of mentions.all) {
      if (mention.chosen === painted.has(mention)) continue;
      if (mention.chosen) {
        painted.add(mention);
        mention.seen = true;
        mention.words = lettersOf(mention);
        mention.range = {} as StaticRange;
      }
      log.push(`${time} +${mention.words}`);
    }
  };
  const drop = (mention: Mention) => {
    mentions.delete(mention);
    reader.forget(mention);
    chooser.remove(mention);
    if (painted.delete(mention)) log.push(`${time} -${mention.words}`);
    mention.range = null;
  };
  const reader = createReader({ table, matcher, mentions, chooser, drop, now });
  const risky = new Set<string>();
  const sense: Omit<Sense, 'about'> = {
    note: (text, spans) => noted.push(...spans.map(({ start, end }) => text.slice(start, end))),
    settle: () => {},
    decide: (text, { start, end }) => ({ keep: !risky.has(text.slice(start, end)), reason: 'test' }),
  };
  reader.setSense(sense as Sense);
  const { slices } = createPace({ signal: abort.signal, task, post, now });
  const follower = createFollower({
    document,
    signal: abort.signal,
    reader,
    mentions,
    hosts: createHosts(() => {}),
    painted,
    drop,
    flush,
    inView: (work) => work(),
    onOverflow: () => log.push(`${time} overflow`),
    onBatch: () => {},
    task,
    slices,
    post,
    now,
  });
  follower.observe(document);
  return {
    log,
    noted,
    risky,
    abort,
    mentions,
    painted: () => [...painted].map((mention) => lettersOf(mention)).sort(),
    timers: () => queue.length,
    /** Lets observers hear, then time pass. */
    async pass(ms: number) {
      await Promise.resolve();
      const until = time + ms;
      for (;;) {
        queue.sort((a, b) => a.at - b.at);
        const next = queue[0];
        if (!next || next.at > until) break;
        queue = queue.slice(1);
        time = Math.max(time, next.at);
        next.work();
        await Promise.resolve();
      }
      time = until;
    },
  };
}

const $ = (selector: string) => document.querySelector(selector)!;

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('added text', () => {
  test('is read in one batch, 100 ms after the first change', async () => {
    const { log, pass } = setUp('<main></main>');
    $('main').innerHTML = '<p>A token here. And more.</p>';
    await pass(60);
    $('main').insertAdjacentHTML('beforeend', '<p>A language model there. And more.</p>');
    await pass(39);
    expect(log).toEqual([]);
    await pass(2);
    expect(log).toEqual(['100 +token', '100 +language model']);
  });

  test('an unfinished last sentence waits for 500 ms of quiet', async () => {
    const { log, pass } = setUp('<main></main>');
    $('main').innerHTML = '<h2>The token</h2>';
    await pass(599);
    expect(log).toEqual([]);
    await pass(2);
    expect(log).toEqual(['600 +token']);
  });

  test('leaves nothing running afterwards', async () => {
    const { pass, timers } = setUp('<main></main>');
    $('main').innerHTML = '<h2>The token</h2>';
    await pass(2000);
    expect(timers()).toBe(0);
  });
});

describe('text that streams in', () => {
  test('is marked by settled sentence: no mark for a word that grows into another', async () => {
    const { log, pass } = setUp('<p></p>');
    const text = $('p').appendChild(document.createTextNode(''));
    for (const piece of ['A token', 'izer cuts', ' text', '. Then', ' attention', ' follows', '. End']) {
      text.appendData(piece);
      await pass(110);
    }
    expect(log.map((line) => line.replace(/^\d+ /, ''))).toEqual(['+tokenizer', '+attention']);
  });

  test('tells sense each mention once', async () => {
    const { noted, pass } = setUp('<p></p>');
    const text = $('p').appendChild(document.createTextNode(''));
    for (const piece of 'The token is read. Then attention is paid. Another token follows. And the end.'.split(
      /(?= )/,
    )) {
      text.appendData(piece);
      await pass(110);
    }
    await pass(1000);
    expect(noted).toEqual(['token', 'attention', 'token']);
  });
});

describe('text that is rendered anew at each token', () => {
  test('keeps its marks without a gap', async () => {
    const { log, painted, pass } = setUp('<div></div>');
    let said = 'A token is read. Then';
    $('div').innerHTML = `<p>${said}</p>`;
    await pass(150);
    expect(painted()).toEqual(['token']);
    log.length = 0;
    for (const word of ' the language model goes on'.split(/(?= )/)) {
      said += word;
      $('div').innerHTML = `<p>${said}</p>`;
      // The observers' turn, before any paint.
      await pass(0);
      expect(painted()).toEqual(['token']);
      await pass(20);
    }
    expect(painted()).toEqual(['token']);
  });

  test('a mark whose words are gone goes at once', async () => {
    const { painted, pass } = setUp('<div></div>');
    $('div').innerHTML = '<p>A token is read. Then</p>';
    await pass(150);
    $('div').innerHTML = '<p>Nothing is read. Then</p>';
    await pass(0);
    expect(painted()).toEqual([]);
  });

  test('a painted risky word needs no new proof', async () => {
    const { painted, pass, risky } = setUp('<div></div>');
    $('div').innerHTML = '<p>Pay attention to it. Then</p>';
    await pass(150);
    risky.add('attention');
    $('div').innerHTML = '<p>Pay attention to it. Then more</p>';
    await pass(0);
    expect(painted()).toEqual(['attention']);
  });
});

describe('text that changes', () => {
  test('an edit elsewhere in the run leaves the mark untouched', async () => {
    const { log, pass } = setUp('<div></div>');
    $('div').innerHTML = '<p>A token is read. <b>Then</b> more.</p>';
    await pass(150);
    log.length = 0;
    $('b').firstChild!.nodeValue = 'Afterwards';
    await pass(1000);
    expect(log).toEqual([]);
  });

  test('removed tags let words join', async () => {
    const { painted, pass } = setUp('<main></main>');
    $('main').innerHTML = '<p>A language<img> model is read. Then more.</p>';
    await pass(150);
    expect(painted()).toEqual([]);
    $('img').remove();
    await pass(150);
    expect(painted()).toEqual(['language model']);
  });

  test('text that becomes an editor loses its marks, and gets them back after', async () => {
    const { painted, pass } = setUp('<main></main>');
    $('main').innerHTML = '<p>A token is read. Then more.</p>';
    await pass(150);
    $('p').setAttribute('contenteditable', 'true');
    await pass(150);
    expect(painted()).toEqual([]);
    $('p').removeAttribute('contenteditable');
    await pass(150);
    expect(painted()).toEqual(['token']);
  });

  test('removed text is let go of', async () => {
    const { mentions, pass } = setUp('<main></main>');
    $('main').innerHTML = '<p>A token is read. Then more.</p>'.repeat(3);
    await pass(150);
    expect(mentions.all.size).toBe(3);
    $('main').textContent = '';
    await pass(150);
    expect(mentions.all.size).toBe(0);
  });
});

test('a flood of changes asks for the whole document instead', async () => {
  const { log, pass } = setUp('<main></main>');
  for (let i = 0; i < 2100; i++) $('main').append(document.createElement('p'));
  await pass(150);
  expect(log).toEqual(['100 overflow']);
});

test('an abort ends it', async () => {
  const { abort, log, pass, timers } = setUp('<main></main>');
  abort.abort();
  $('main').innerHTML = '<p>A token here. And more.</p>';
  await pass(2000);
  expect(log).toEqual([]);
  expect(timers()).toBe(0);
});
