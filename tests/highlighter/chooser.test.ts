import { describe, expect, test } from 'vitest';
import { createChooser, type Density } from '../../highlighter/mentions/create-chooser';
import type { Mention } from '../../highlighter/mentions/mention';

/** A kept mention: `T1@S:3` is term T1 in section S, third in document order. */
function mention(name: string): Mention {
  const [, term, section, rank] = /^(\w+)@(\w+):(\d+)$/.exec(name)!;
  return {
    name,
    term,
    section,
    rank: Number(rank),
    nodes: [{}],
    from: 0,
    chosen: false,
    hidden: false,
    seen: false,
    range: null,
  } as unknown as Mention;
}
const sections = new Map<string, object>();
const sectionOf = (name: string) => {
  if (!sections.has(name)) sections.set(name, { name });
  return sections.get(name)!;
};

function setUp(density: Density, names: string[], hidden: string[] = []) {
  const all = names.map((name) => {
    const made = mention(name);
    made.section = sectionOf(made.section as unknown as string) as Element;
    return made;
  });
  const nameOf = (mention: Mention) => (mention as Mention & { name: string }).name;
  const changes: string[] = [];
  const chooser = createChooser({
    density,
    isVisible: (mention) => !hidden.includes(nameOf(mention)),
    onChange: (mention) => changes.push(`${nameOf(mention)} ${mention.chosen ? 'on' : 'off'}`),
  });
  const get = (name: string) => all.find((mention) => nameOf(mention) === name)!;
  return {
    chooser,
    changes,
    get,
    add: (...some: string[]) => {
      for (const name of some.length ? some : names) chooser.add(get(name));
    },
    paint: (name: string) => Object.assign(get(name), { seen: true, range: {} }),
    chosen: () =>
      all
        .filter(({ chosen }) => chosen)
        .map(nameOf)
        .sort(),
  };
}

const PAGE = ['token@S:1', 'token@S:2', 'agent@S:3', 'token@U:4', 'token@U:5'];

describe('density', () => {
  test.each<[Density, string[]]>([
    ['section', ['agent@S:3', 'token@S:1', 'token@U:4']],
    ['page', ['agent@S:3', 'token@S:1']],
    ['every', [...PAGE].sort()],
  ])('%s', (density, expected) => {
    const { add, chosen } = setUp(density, PAGE);
    add();
    expect(chosen()).toEqual(expected);
  });

  test('an earlier mention takes the place of one that was not painted yet', () => {
    const { add, chosen } = setUp('section', PAGE);
    add('token@S:2', 'token@S:1');
    expect(chosen()).toEqual(['token@S:1']);
  });

  test('a painted mark stays, though the first mention above it turns out later', () => {
    const { add, chosen, paint } = setUp('section', PAGE);
    add('token@S:2');
    paint('token@S:2');
    add('token@S:1');
    expect(chosen()).toEqual(['token@S:2']);
  });

  test('changing it live leaves painted marks that both want alone', () => {
    const { add, chosen, paint, changes, chooser } = setUp('page', PAGE);
    add();
    paint('token@S:1');
    changes.length = 0;
    chooser.setDensity('section');
    expect(chosen()).toEqual(['agent@S:3', 'token@S:1', 'token@U:4']);
    expect(changes).toEqual(['token@U:4 on']);
    chooser.setDensity('every');
    expect(chosen()).toEqual([...PAGE].sort());
    chooser.setDensity('page');
    expect(chosen()).toEqual(['agent@S:3', 'token@S:1']);
    expect(changes).not.toContain('token@S:1 off');
  });
});

describe('hidden text', () => {
  test('does not eat the first mention', () => {
    const { add, chosen, chooser, get } = setUp('section', PAGE, ['token@S:1']);
    add();
    chooser.reject(get('token@S:1'));
    expect(chosen()).toEqual(['agent@S:3', 'token@S:2', 'token@U:4']);
  });

  test('gets its mark when it is shown and its place is free', () => {
    const { add, chosen, chooser, get } = setUp('section', ['token@S:1', 'token@S:2'], ['token@S:1', 'token@S:2']);
    add();
    chooser.reject(get('token@S:1'));
    expect(chosen()).toEqual([]);
    chooser.reconsider(get('token@S:2'));
    expect(chosen()).toEqual(['token@S:2']);
  });

  test('does not take a painted mark away when it is shown', () => {
    const { add, chosen, chooser, get, paint } = setUp('section', ['token@S:1', 'token@S:2'], ['token@S:1']);
    add();
    chooser.reject(get('token@S:1'));
    paint('token@S:2');
    chooser.reconsider(get('token@S:1'));
    expect(chosen()).toEqual(['token@S:2']);
  });

  test('with every mention marked, only the hidden ones are not', () => {
    const { add, chosen, chooser, get } = setUp('every', ['token@S:1', 'token@S:2'], ['token@S:1']);
    add();
    chooser.reject(get('token@S:1'));
    expect(chosen()).toEqual(['token@S:2']);
    chooser.reconsider(get('token@S:1'));
    expect(chosen()).toEqual(['token@S:1', 'token@S:2']);
  });
});

describe('text that goes', () => {
  test('leaves its place to the next mention', () => {
    const { add, chosen, chooser, get } = setUp('section', PAGE);
    add();
    chooser.remove(get('token@S:1'));
    chooser.refill();
    expect(chosen()).toEqual(['agent@S:3', 'token@S:2', 'token@U:4']);
  });

  test('rendered anew it gets its mark back, before a mention elsewhere', () => {
    const { add, chosen, chooser, get, paint } = setUp('page', ['token@S:1', 'token@S:2', 'token@S:9']);
    add('token@S:2');
    paint('token@S:2');
    add('token@S:1');
    chooser.remove(get('token@S:2'));
    add('token@S:9');
    chooser.refill();
    expect(chosen()).toEqual(['token@S:9']);
  });
});
