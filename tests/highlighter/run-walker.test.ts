// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { createElementMemo } from '../../highlighter/text/element-memo';
import { locate } from '../../highlighter/text/locate';
import { runAt } from '../../highlighter/text/run-at';
import { createRunWalker } from '../../highlighter/text/run-walker';
import { sectionOf, sectionStart } from '../../highlighter/text/section';
import type { Run } from '../../highlighter/types';

afterEach(() => {
  document.body.innerHTML = '';
});

const body = (html: string) => {
  document.body.innerHTML = html;
  return document.body;
};

const all = (root: Document | ShadowRoot | Element = document, from: Node | null = null): Run[] => {
  const walker = createRunWalker(root, from);
  const runs: Run[] = [];
  for (let run = walker.next(); run; run = walker.next()) runs.push(run);
  return runs;
};

/** Texts of all runs, with white space as it reads. */
const texts = (html: string) => {
  body(html);
  return all().map((run) => run.text.replace(/[ \t]+/g, ' ').trim());
};

/** Each node's text must stand in the run's text at its start: offsets are exact. */
const expectExact = (run: Run) => {
  run.nodes.forEach((node, i) => {
    expect(run.text.slice(run.starts[i], run.starts[i]! + node.data.length)).toBe(node.data);
  });
};

describe('runs', () => {
  it.each<[html: string, runs: string[], why: string]>([
    ['<p>one</p><p>two</p>', ['one', 'two'], 'one per block'],
    ['<p>a <em>large</em> <b>lan<i>gua</i>ge</b> model</p>', ['a large language model'], 'inline tags do not part'],
    ['<p>pre<!-- x -->training</p>', ['pretraining'], 'comments do not part'],
    ['<p>pre<wbr>training</p>', ['pretraining'], 'a break opportunity does not part'],
    ['<p>large<br>language</p>', ['large\nlanguage'], 'a break reads as a space'],
    ['<p>large<br><b>language</b><br>\n model</p>', ['large\nlanguage\n\n model'], 'a break before a tag'],
    ['<p>large<img alt=""> language</p>', ['large\uFFFC language'], 'a picture parts'],
    ['<div>one<p>two</p>three</div>', ['one', 'two', 'three'], 'a block inside a block parts its text'],
    ['<div>one<hr>two</div>', ['one\ntwo'], 'a rule parts'],
    ['<table><tr><th>head</th><td>one</td><td>two</td></tr></table>', ['head', 'one', 'two'], 'cells'],
    ['<ul><li>one<ul><li>two</li></ul></li></ul>', ['one', 'two'], 'nested lists'],
    ['<dl><dt>one</dt><dd>two</dd></dl>', ['one', 'two'], 'definition lists'],
    ['<p>one</p>\n   <p>two</p>', ['one', 'two'], 'white space between blocks is no run'],
    ['<p><b>large</b> <i>language</i></p>', ['large language'], 'white space between inline tags stays'],
    ['<p><b>large</b>\n\n<i>language</i></p>', ['large language'], 'line ends between inline tags'],
    ['<p>the model<sup>1</sup> is</p>', ['the model\uFFFC1\uFFFC is'], 'a footnote’s number does not join the word'],
    ['<p>log<sub>2</sub>n</p>', ['log2n'], 'lowered text joins'],
    ['<p><my-chip>one</my-chip><my-chip>two</my-chip></p>', ['one', 'two'], 'custom elements are blocks'],
    ['<p></p><p> </p>', [], 'nothing to read'],
    ['<span>one</span><span>two</span>', ['onetwo'], 'inline neighbours join as they read'],
    ['<details><summary>one</summary>two</details>', ['one', 'two'], 'summary and details'],
  ])('%s → %j (%s)', (html, runs) => {
    expect(texts(html).map((text) => text.replace(/\n+/g, (ends) => ends[0]!))).toEqual(
      runs.map((text) => text.replace(/\n+/g, (ends) => ends[0]!)),
    );
    for (const run of all()) expectExact(run);
  });

  it('keeps block, nodes and offsets exact across tags, breaks and fenced text', () => {
    body('<p id="p">a <em>large</em><br><code>x</code> model</p>');
    const [run] = all();
    expect(run!.block.id).toBe('p');
    expect(run!.nodes.map((node) => node.data)).toEqual(['a ', 'large', ' model']);
    expectExact(run!);
    expect(run!.text).toBe('a large\uFFFC model');
  });

  it('locates both ends of a span that reaches over tags', () => {
    body('<p>a <em>large</em> language<b> model</b>s</p>');
    const [run] = all();
    const start = run!.text.indexOf('large');
    const [from, to] = locate(run!, start, start + 'large language models'.length);
    expect([from.node.data, from.offset, to.node.data, to.offset]).toEqual(['large', 0, 's', 1]);
    const [first, last] = locate(run!, start, start + 5);
    expect([first.node, first.offset, last.node, last.offset]).toEqual([run!.nodes[1], 0, run!.nodes[1], 5]);
  });
});

describe('what is fenced off', () => {
  it.each([
    ['script', '<script type="text/x">token</script>'],
    ['style', '<style>token{}</style>'],
    ['noscript', '<noscript>token</noscript>'],
    ['template', '<template>token</template>'],
    ['textarea', '<textarea>token</textarea>'],
    ['select', '<select><option>token</option></select>'],
    ['button', '<button>token</button>'],
    ['code', '<p><code>token</code></p>'],
    ['pre', '<pre>token</pre>'],
    ['kbd, samp, var, tt', '<p><kbd>token</kbd><samp>token</samp><var>token</var><tt>token</tt></p>'],
    ['svg', '<svg><text>token</text></svg>'],
    ['math', '<math><mi>token</mi></math>'],
    ['nav', '<nav><a>token</a></nav>'],
    ['contenteditable', '<div contenteditable>token</div>'],
    ['contenteditable=true', '<div contenteditable="true"><p>token</p></div>'],
    ['contenteditable=plaintext-only', '<div contenteditable="plaintext-only">token</div>'],
    ['read-only island in an editor', '<div contenteditable><span contenteditable="false">token</span></div>'],
    ['role=textbox', '<div role="textbox">token</div>'],
    ['role=button', '<a role="button">token</a>'],
    ['role=menu', '<ul role="menu"><li>token</li></ul>'],
    ['role=tablist', '<div role="tablist"><span>token</span></div>'],
    ['translate=no', '<p translate="no">token</p>'],
    ['.notranslate', '<p class="big notranslate">token</p>'],
    ['KaTeX', '<span class="katex"><span>token</span></span>'],
    ['MathJax', '<mjx-container>token</mjx-container><span class="MathJax">token</span>'],
    ['CodeMirror', '<div class="cm-editor"><div>token</div></div><div class="CodeMirror">token</div>'],
    ['Monaco and Ace', '<div class="monaco-editor">token</div><div class="ace_editor">token</div>'],
    ['our own card', '<ai-gloss-card>token</ai-gloss-card>'],
  ])('%s', (_name, html) => expect(texts(html)).toEqual([]));

  it.each([
    ['contenteditable=false', '<div contenteditable="false">token</div>'],
    ['a role that is text', '<div role="article">token</div>'],
    ['translate=yes', '<p translate="yes">token</p>'],
    ['a class that only looks alike', '<p class="katexample notranslated">token</p>'],
    ['header and footer', '<header>token</header>'],
    ['a link', '<a href="#">token</a>'],
  ])('but not %s', (_name, html) => expect(texts(html)).toEqual(['token']));

  it('reads a page whose root asks not to be translated', () => {
    document.documentElement.setAttribute('translate', 'no');
    expect(texts('<p>token</p>')).toEqual(['token']);
    document.documentElement.removeAttribute('translate');
  });

  it('never reads the head', () => {
    document.title = 'token';
    expect(texts('')).toEqual([]);
  });

  it('reads nothing of a document that is an editor', () => {
    body('<p>token</p>');
    Object.defineProperty(document, 'designMode', { value: 'on', configurable: true });
    expect(all()).toEqual([]);
    Reflect.deleteProperty(document, 'designMode');
  });

  it('lets no phrase reach across fenced text, and goes on behind it', () => {
    expect(texts('<p>large <code>x</code> model</p>')).toEqual(['large \uFFFC model']);
    expect(texts('<div>large<pre>x<b>y</b><i>z</i></pre>model</div>')).toEqual(['large', 'model']);
  });

  it('leaves a big fenced element in one step', () => {
    expect(texts(`<pre>${'<span>x</span>'.repeat(200)}</pre><p>token</p>`)).toEqual(['token']);
  });

  it('reads an open shadow root as its host stands', () => {
    body('<div id="a"></div><div contenteditable><div id="b"></div></div>');
    const roots = ['a', 'b'].map((id) => {
      const root = document.getElementById(id)!.attachShadow({ mode: 'open' });
      root.innerHTML = 'bare <b>token</b><p>more</p>';
      return root;
    });
    expect(all(roots[0]!).map((run) => [run.text, run.block.localName, run.section.id])).toEqual([
      ['bare token', 'div', 'a'],
      ['more', 'p', 'a'],
    ]);
    expect(all(roots[1]!)).toEqual([]);
  });
});

const PAGE = `
  <p id="p0">before</p>
  <main id="main"><p id="p1">intro</p>
    <h2 id="h1">First</h2><p id="p2">one</p>
    <aside id="aside"><p id="p3">beside</p><h3 id="h3">In aside</h3><p id="p4">beside two</p></aside>
    <p id="p5">two</p>
    <div><h3 id="h2"><b>Second</b></h3></div><p id="p6">three</p>
    <section id="section"><p id="p7">four</p></section>
    <nav><h2 id="hidden">Menu</h2></nav><p id="p8">five</p>
  </main><p id="p9">after</p>`;

describe('sections', () => {
  const expected: Record<string, string> = {
    p0: 'body',
    p1: 'main',
    p2: 'h1',
    p3: 'aside',
    p4: 'h3',
    p5: 'h1',
    p6: 'h2',
    p7: 'section',
    p8: 'h2',
    p9: 'body',
  };
  const name = (element: Element) => element.id || element.localName;

  it('is the last heading of the nearest container, or the container', () => {
    body(PAGE);
    const found = Object.fromEntries(
      all()
        .filter((run) => run.block.id in expected)
        .map((run) => [run.block.id, name(run.section)]),
    );
    expect(found).toEqual(expected);
  });

  it.each(Object.keys(expected))('is the same for a walk that starts at %s', (id) => {
    body(PAGE);
    const from = document.getElementById(id)!;
    for (const start of [from, from.firstChild!]) {
      const runs = all(document, start);
      expect(runs[0]!.block.id).toBe(id);
      for (const run of runs) if (run.block.id in expected) expect(name(run.section)).toBe(expected[run.block.id]);
    }
    expect(name(sectionOf(from.firstChild!))).toBe(expected[id]);
  });

  it('says where to start so that a section is read from its start', () => {
    body(PAGE);
    const start = (id: string) => sectionStart(document.getElementById(id)!.firstChild!, document);
    expect(name(start('p2') as Element)).toBe('h1');
    expect(name(start('p5') as Element)).toBe('h1');
    expect(name(start('p7') as Element)).toBe('section');
    expect(all(document, start('p6'))[0]!.text).toBe('Second');
  });
});

describe('runAt', () => {
  it('gives the walker’s run for every text node of a page', () => {
    body(`${PAGE}<p>a <em>large</em><br> <code>x</code> model<sup>1</sup></p><div>x<p>y</p> z <b>w</b></div>`);
    const memo = createElementMemo();
    for (const run of all()) {
      for (const node of run.nodes) {
        const { text, starts, nodes, section } = runAt(node, document, memo)!;
        expect({ text, starts, nodes, section }).toEqual({
          text: run.text,
          starts: run.starts,
          nodes: run.nodes,
          section: run.section,
        });
      }
    }
  });

  it('gives null for fenced, blank and foreign text', () => {
    body('<p id="a"><code>x</code> </p>');
    const p = document.getElementById('a')!;
    expect(runAt(p.firstChild!.firstChild as Text, document)).toBeNull();
    expect(runAt(p.lastChild as Text, document)).toBeNull();
    expect(runAt(document.createTextNode('x'), document)).toBeNull();
  });
});

describe('a page that changes between slices', () => {
  const ids = (runs: Run[]) => runs.map((run) => run.block.id);
  const start = (html: string, read: number) => {
    body(html);
    const walker = createRunWalker(document);
    for (let i = 0; i < read; i++) walker.next();
    walker.pause();
    return () => {
      const runs: Run[] = [];
      for (let run = walker.next(); run; run = walker.next()) runs.push(run);
      return runs;
    };
  };
  const PS = '<div id="d">a<p id="a">a</p><p id="b">b</p><p id="c">c</p></div><p id="e">e</p>';

  it('goes on where the next node was removed', () => {
    const rest = start(PS, 2);
    document.getElementById('b')!.remove();
    expect(ids(rest())).toEqual(['c', 'e']);
  });

  it('goes on behind a removed container', () => {
    const rest = start(PS, 2);
    document.getElementById('d')!.remove();
    expect(ids(rest())).toEqual(['e']);
  });

  it('ends when everything behind was removed', () => {
    const rest = start(PS, 4);
    document.getElementById('e')!.remove();
    expect(ids(rest())).toEqual([]);
  });

  it('reads a parent again rather than miss what is left of it', () => {
    const rest = start(PS, 2);
    document.getElementById('b')!.remove();
    document.getElementById('c')!.remove();
    expect(ids(rest())).toContain('e');
  });

  it('survives an emptied body', () => {
    const rest = start(PS, 1);
    document.body.innerHTML = '';
    expect(rest()).toEqual([]);
  });

  it('reads on where text was added', () => {
    const rest = start(PS, 2);
    document.getElementById('c')!.insertAdjacentHTML('afterend', '<p id="new">new</p>');
    expect(ids(rest())).toEqual(['b', 'c', 'new', 'e']);
  });
});

describe('long runs', () => {
  it('end at a space between nodes, so that a page of one block is read in slices', () => {
    body(`<div>${`${'word '.repeat(400)}<br>`.repeat(60)}</div>`);
    const runs = all();
    expect(runs.length).toBeGreaterThan(4);
    expect(Math.max(...runs.map((run) => run.text.length))).toBeLessThan(20_000);
    for (const run of runs) expectExact(run);
    expect(runs.map((run) => run.nodes.length).reduce((a, b) => a + b)).toBe(60);
    const middle = runs[3]!.nodes[2]!;
    expect(runAt(middle, document)!.nodes).toContain(middle);
  });
});
