import { compareMentions, type Mention } from './mention';

/** Which mentions are marked: the first in each section, the first on the page, or all. */
export type Density = 'section' | 'page' | 'every';

export interface ChooserOptions {
  density: Density;
  /** Can the reader see this text (wherever it is scrolled to)? Asked only where one proved hidden: it costs style. */
  isVisible(mention: Mention): boolean;
  /** Its `chosen` or `hidden` changed. */
  onChange(mention: Mention): void;
}

interface Slot {
  chosen: Mention | null;
  all: Set<Mention>;
  hidden: Set<Mention> | null;
}

export interface Chooser {
  /** Takes in a kept mention. */
  add(mention: Mention): void;
  /** Lets go of one; its place is offered to others at the next `refill`. */
  remove(mention: Mention): void;
  /** Fills the places that removals left, first from mentions added since then, so that re-rendered text keeps its mark. */
  refill(): void;
  /** A chosen one proved to be hidden: the next that can be seen takes its place. */
  reject(mention: Mention): void;
  /** A hidden one may have come into sight. */
  reconsider(mention: Mention): void;
  /** Chooses anew among all it knows; marks that both densities want stay as they are. */
  setDensity(density: Density): void;
}

/**
 * Gives each term one mark per section (or page). A mark once painted keeps its place while its text
 * stands, even when an earlier mention turns up; one not yet painted gives way to an earlier one.
 */
export function createChooser({ density, isVisible, onChange }: ChooserOptions): Chooser {
  const page = {};
  let places = new WeakMap<object, Map<number, Slot>>();
  /** Places that were left, with the mentions that have joined since. */
  let vacant = new Map<Slot, Mention[]>();
  const known = new Set<Mention>();

  const slotOf = (mention: Mention): Slot => {
    const key = density === 'page' ? page : mention.section;
    let slots = places.get(key);
    if (!slots) places.set(key, (slots = new Map()));
    let slot = slots.get(mention.term);
    if (!slot) slots.set(mention.term, (slot = { chosen: null, all: new Set(), hidden: null }));
    return slot;
  };
  const choose = (mention: Mention, chosen: boolean) => {
    if (mention.chosen === chosen) return;
    mention.chosen = chosen;
    onChange(mention);
  };
  const unhide = (slot: Slot, mention: Mention) => {
    if (!slot.hidden?.delete(mention)) return;
    mention.hidden = false;
    onChange(mention);
  };
  const hide = (slot: Slot, mention: Mention) => {
    (slot.hidden ??= new Set()).add(mention);
    mention.hidden = true;
    onChange(mention);
  };
  const take = (slot: Slot, mention: Mention) => {
    if (density === 'every') unhide(slot, mention);
    else {
      if (slot.chosen) choose(slot.chosen, false);
      slot.chosen = mention;
      // With a mark in its place, nobody waits for the hidden ones any more.
      for (const other of slot.hidden ?? []) unhide(slot, other);
    }
    choose(mention, true);
  };
  const offer = (slot: Slot, mention: Mention) => {
    if (density === 'every' || !slot.chosen) take(slot, mention);
    else if (!slot.chosen.seen && compareMentions(mention, slot.chosen) < 0) take(slot, mention);
  };

  return {
    add(mention) {
      known.add(mention);
      const slot = slotOf(mention);
      slot.all.add(mention);
      // A place that was just left is filled by `refill`, so that all newcomers compete.
      const newcomers = vacant.get(slot);
      if (newcomers) newcomers.push(mention);
      else offer(slot, mention);
    },
    remove(mention) {
      known.delete(mention);
      const slot = slotOf(mention);
      if (!slot.all.delete(mention)) return;
      if (slot.chosen === mention && !vacant.has(slot)) vacant.set(slot, []);
      unhide(slot, mention);
      if (slot.chosen === mention) slot.chosen = null;
      choose(mention, false);
    },
    refill() {
      const slots = vacant;
      vacant = new Map();
      for (const [slot, newcomers] of slots) {
        const standing = newcomers.filter((mention) => slot.all.has(mention)).sort(compareMentions);
        for (const mention of standing) offer(slot, mention);
        if (!slot.chosen) fill(slot, false);
      }
    },
    reject(mention) {
      const slot = slotOf(mention);
      if (slot.chosen === mention) slot.chosen = null;
      choose(mention, false);
      hide(slot, mention);
      if (density !== 'every') fill(slot, true);
    },
    reconsider(mention) {
      const slot = slotOf(mention);
      if (slot.hidden?.has(mention)) offer(slot, mention);
    },
    setDensity(next) {
      if (next === density) return;
      for (const mention of known) unhide(slotOf(mention), mention);
      density = next;
      places = new WeakMap();
      vacant.clear();
      const ordered = [...known].sort(compareMentions);
      // What the reader already sees comes first, so that it stays in its place.
      for (const mention of ordered) if (mention.range) claim(mention);
      for (const mention of ordered) if (!mention.range) claim(mention);
    },
  };

  /** Gives a left place to the first that stands; `look` = after a hidden one, so that not one by one proves hidden. */
  function fill(slot: Slot, look: boolean) {
    for (const mention of [...slot.all].sort(compareMentions)) {
      if (mention.hidden) continue;
      if (!look || mention.seen || isVisible(mention)) return take(slot, mention);
      hide(slot, mention);
    }
  }

  function claim(mention: Mention) {
    const slot = slotOf(mention);
    slot.all.add(mention);
    if (density === 'every' || !slot.chosen) take(slot, mention);
    else choose(mention, false);
  }
}
