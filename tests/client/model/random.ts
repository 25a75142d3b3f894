/** Random numbers that depend only on a seed, so that failures are reproducible. */
export interface Random {
  /** A whole number from 0 to `end` − 1. */
  below(end: number): number
  /** One of the items. */
  of<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item
  /** True with this probability, from 0 to 1. */
  chance(share: number): boolean
}

/** Mulberry32: 32 bits of state, which is enough for schedules. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  // The first numbers of consecutive seeds are similar.
  for (let skipped = 0; skipped < 4; skipped++) next()
  const below = (end: number) => Math.floor(next() * end)
  return {
    below,
    of(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('there are no items')
      return item
    },
    chance: (share) => next() < share,
  }
}
