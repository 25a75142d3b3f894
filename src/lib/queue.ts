import { Unavailable } from './unavailable.ts'

/**
 * Runs at most `atOnce` tasks at a time, the others in order of arrival. Throws {@link Unavailable} when
 * `waiting` tasks are already waiting: an answer that comes too late is useless, and an unbounded queue takes
 * all memory.
 */
export function inTurn(limits: { readonly atOnce: number; readonly waiting: number }) {
  const queue: (() => void)[] = []
  let running = 0

  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (running >= limits.atOnce) {
      if (queue.length >= limits.waiting) throw new Unavailable('Too many passwords wait to be checked.', 2)
      await new Promise<void>((start) => queue.push(start))
    } else {
      running++
    }
    try {
      return await task()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
