// Random cases for the tests, the same in every run.

/** @typedef {ReturnType<typeof chance>} Chance */

const SEED = 20_261_126;

/** Mulberry32. @param {number} seed */
export function chance(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (/** @type {number} */ from, /** @type {number} */ to) =>
    from + Math.floor(next() * (to - from + 1));
  return {
    /** Both ends included. */
    whole,
    /** With so many decimals, as a person types it. */
    typed: (/** @type {number} */ from, /** @type {number} */ to, decimals = 1) => {
      const scale = 10 ** decimals;
      return whole(Math.ceil(from * scale), Math.floor(to * scale)) / scale;
    },
    any: (/** @type {number} */ from, /** @type {number} */ to) => from + next() * (to - from),
    /** @template T @param {readonly T[]} choices @returns {T} */
    pick: (choices) => choices[whole(0, choices.length - 1)],
  };
}

/**
 * Looks at some thousand cases; the first that fails is printed.
 * @template Case
 * @param {(chance: Chance) => Case} make
 * @param {(one: Case) => void} holds
 */
export function always(make, holds, count = 4000) {
  const dice = chance(SEED);
  for (let i = 0; i < count; i += 1) {
    const one = make(dice);
    try {
      holds(one);
    } catch (cause) {
      throw new Error(`case ${i}: ${JSON.stringify(one)}: ${cause}`, { cause });
    }
  }
}
