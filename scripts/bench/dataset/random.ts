/** Reproducible pseudorandom numbers. */
export interface Random {
  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number
  /** A version 7 UUID for an instant, in milliseconds since 1970. */
  uuid(instant: number): string
}

/** Tommy Ettinger's generator `mulberry32`: 32 bits of state, which is plenty for synthetic workouts. */
export function randomFrom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const hex = (digits: number) => next().toString(16).padStart(8, '0').slice(-digits)
  return {
    below: (limit) => next() % limit,
    uuid(instant) {
      const time = instant.toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(4)}${hex(8)}`
    },
  }
}
