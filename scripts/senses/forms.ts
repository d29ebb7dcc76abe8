import { regularPlural } from '../../glossary/inflect.ts';

/** A word of tests/senses/forms.txt as it was found in a text, offsets in UTF-16 units. */
export interface FoundForm {
  start: number;
  end: number;
  /** The form as the list writes it. */
  form: string;
  trust: Trust;
}

/** risky: every mention must be labelled; likely: not on pages about AI; sure: nowhere. See forms.txt. */
export type Trust = 'risky' | 'likely' | 'sure';

export interface Forms {
  /** Every form in the text, longest first where several begin, none inside another. */
  find(text: string): FoundForm[];
  /** The form that this surface is, as a whole; null when it is none. */
  of(surface: string): FoundForm | null;
  /** The risky forms of the list. */
  risky: string[];
}

interface Rule {
  form: string;
  trust: Trust;
  match: 'any' | 'exact' | 'initial';
}

/** Reads the list of forms; see its first lines for how it is written. */
export function readForms(list: string): Forms {
  const rules = new Map<string, Rule[]>();
  let trust: Trust = 'risky';
  for (const line of list.split('\n')) {
    if (line === '## likely' || line === '## sure') trust = line.slice(3) as Trust;
    if (!line.trim() || line.startsWith('#')) continue;
    const match = line.startsWith('=') ? 'exact' : line.startsWith('^') ? 'initial' : 'any';
    const [form, ...inflections] = line.replace(/^[=^]/, '').split(', ') as [string, ...string[]];
    for (const text of new Set([
      regularPlural(form),
      ...[form, ...inflections].flatMap((each) => [each, `${each}s`]),
    ])) {
      const key = keyOf(text);
      rules.set(key, [...(rules.get(key) ?? []), { form, trust, match }]);
    }
  }
  const longest = [...rules.keys()].sort((a, b) => b.length - a.length);
  const any = longest.map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[- \u00a0]')).join('|');
  // The later part of a compound is another word ("self-attention", "user-agent"): no label is asked for.
  const pattern = new RegExp(`(?<![\\p{Script=Latin}\\p{N}_'’.@#$/-])(?:${any})(?![\\p{Script=Latin}\\p{N}_@])`, 'giu');

  const ruleOf = (surface: string): Rule | undefined =>
    rules.get(keyOf(surface))?.find(({ match, form }) => {
      if (match === 'exact') return surface.startsWith(form);
      return match === 'any' || /^\p{Lu}/u.test(surface);
    });
  return {
    risky: [...new Set([...rules.values()].flat().flatMap((rule) => (rule.trust === 'risky' ? [rule.form] : [])))],
    find(text) {
      const found: FoundForm[] = [];
      pattern.lastIndex = 0;
      for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
        const rule = ruleOf(hit[0]);
        if (!rule) {
          // "Gated" of no name may hold a shorter form: look again from the next letter.
          pattern.lastIndex = hit.index + 1;
          continue;
        }
        found.push({ start: hit.index, end: hit.index + hit[0].length, form: rule.form, trust: rule.trust });
      }
      return found;
    },
    of(surface) {
      const rule = ruleOf(surface);
      return rule ? { start: 0, end: surface.length, form: rule.form, trust: rule.trust } : null;
    },
  };
}

const keyOf = (text: string) => text.toLowerCase().replace(/[-\u00a0]/g, ' ');
