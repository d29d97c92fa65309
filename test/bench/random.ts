/** Chance that is the same in each run, so that all runs measure the same documents. */
export interface Random {
  /** A number from 0 up to, and without, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, and without, `end`. */
  readonly below: (end: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Whether something that happens in a `share` of all cases happens this time. */
  readonly chance: (share: number) => boolean;
}

/** A 32-bit generator: the state walks by a fixed odd step and is stirred twice. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  const pick: Random['pick'] = (items) => {
    const [first] = items;
    if (first === undefined) throw new Error('There is nothing to pick from.');
    return items[below(items.length)] ?? first;
  };
  return { next, below, pick, chance: (share) => next() < share };
}
