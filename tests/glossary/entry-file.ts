/** The text of an entry's file in which no rule finds an error, for an id of two words and more. */
export function entryFile(id: string): string {
  const name = id.replaceAll('-', ' ');
  // A word that no other entry has, so that no sentence of it is a template.
  const own = [...id].reverse().join('');
  return `---
term: ${name[0]!.toUpperCase()}${name.slice(1)}
kind: method
category: inference
level: 2
status: stable
reviewed: 2026-11-24
forms:
  - ${name}
relations:
  related: [pre-training]
asked:
  - how does a translator pick ${name}
  - keep several ${name} at once
  - better than ${name} alone
sources:
  - { title: "The ${name} report", url: "https://example.org/${id}", year: 1976 }
evidence:
  - { claim: "${name}, 1976", url: "https://example.org/${id}", place: "title page", opened: 2026-11-24 }
---

A way of writing about ${things(id)} that keeps several half-finished answers alive at once and drops the weakest after every word.

${[1, 2, 3, 4, 5, 6].map((step) => `In step ${step} of ${own} it looks at each line that is still alive and tries every word that could come next.`).join(' ')}

## Questions

### Is it still used?

Yes, ${own} is used mostly in translation and speech, where one good answer is wanted.

### Why not in chat?

Because the safest sentence of ${own} reads dull there, and people like some surprise.
`.replace(id === 'pre-training' ? /relations:\n.*\n/ : /^$/, '');
}

const THINGS =
  'bread water horses letters music rain houses gardens ships bridges clocks apples stones rivers mountains birds chairs doors roads fields'.split(
    ' ',
  );

/** Three plain words, other ones for nearly every id. */
function things(id: string): string {
  let hash = 0;
  for (const letter of id) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return [hash, hash / 20, hash / 400].map((n) => THINGS[Math.floor(n) % 20]).join(', ');
}
