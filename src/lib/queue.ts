import { Unavailable } from './unavailable.ts'

export interface QueueLimits {
  readonly concurrency: number
  readonly maxWaiting: number
  /** The error message if too many tasks are waiting. */
  readonly fullMessage: string
}

/**
 * Runs at most `concurrency` tasks at a time, the others in order of arrival. Throws {@link Unavailable}
 * when `maxWaiting` tasks are already waiting: a late response is useless, and an unbounded queue could
 * exhaust memory.
 */
export function createQueue(limits: QueueLimits) {
  const queue: (() => void)[] = []
  let running = 0

  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (running >= limits.concurrency) {
      if (queue.length >= limits.maxWaiting) throw new Unavailable(limits.fullMessage, 2)
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
