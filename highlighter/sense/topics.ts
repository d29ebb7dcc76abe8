/**
 * Other worlds that share words with AI. Few words each, and only ones that hardly stand in a text
 * about AI: two of them near a mention, or one in a title, say that the mention is meant there.
 */
const TOPICS: Record<string, string> = {
  chemistry: 'molecule molar catalyst solvent polymer titration oxide enzyme reagent distillate hydrogen oxygen',
  property: 'realtor mortgage tenant landlord lease broker homebuyer escrow',
  music: 'guitar melody chord album orchestra choir tempo vocal lyrics soprano',
  law: 'court plaintiff defendant shareholder fiduciary statute contract attorney litigation',
  electricity: 'voltage winding volt ampere coil substation wiring fuse electrician transmitter antenna frequency',
  sport: 'barbell squat deadlift coach football tournament athlete muscle hypertrophy league',
  crypto: 'blockchain ethereum wallet erc mint nft bitcoin defi smart_contract',
  biology: 'cell gene genome protein bacteria tissue neurotransmitter cortex species mitochondria',
  travel: 'airline hotel itinerary passenger visa railway tourist luggage',
  medicine: 'patient symptom diagnosis psychosis schizophrenia disorder therapist medication clinical',
  war: 'infantry battalion squad rifle regiment cavalry artillery',
  kitchen: 'oven flour butter recipe saucepan teaspoon dough',
  web: 'csrf jwt oauth cookie bearer session_id',
};

export interface Topics {
  /** The topic that at least `count` different words of the `plain` text belong to; null for none. */
  of(text: string, count: number): string | null;
}

export function createTopics(): Topics {
  const owner = new Map<string, string>();
  for (const [name, list] of Object.entries(TOPICS))
    for (const word of list.split(' ')) owner.set(word.replace('_', ' '), name);
  // One expression over all of them: most text has none, and taking it apart word by word costs ten times as much.
  const words = new RegExp(`\\b(${[...owner.keys()].join('|')})(?:e?s)?\\b`, 'g');
  return {
    of(text, count) {
      const seen = new Map<string, Set<string>>();
      for (const [, word] of text.matchAll(words)) {
        const name = owner.get(word!)!;
        let found = seen.get(name);
        if (!found) seen.set(name, (found = new Set()));
        if (found.add(word!).size >= count) return name;
      }
      return null;
    },
  };
}
