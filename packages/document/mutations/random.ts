/** Numbers from a seed, the same on every machine (mulberry32). */
export interface Random {
  /** 0 up to, not including, `below`. */
  readonly whole: (below: number) => number;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  readonly chance: (of: number) => boolean;
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    whole,
    pick: (values) => {
      const value = values[whole(values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
    chance: (of) => next() < of,
  };
}
