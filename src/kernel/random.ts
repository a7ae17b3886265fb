/** Repeatable chance: the same sequence for the same seed, so that every demonstration looks the same. */
export type Random = {
  /** From 0 to below `most`. */
  below(most: number): number
  pick<T>(from: readonly T[]): T
  /** True that many times in a hundred. */
  chance(percent: number): boolean
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const below = (most: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * most)
  }
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[below(from.length)]
    if (chosen === undefined) throw new Error('nothing to pick from')
    return chosen
  }
  return { below, pick, chance: (percent) => below(100) < percent }
}
