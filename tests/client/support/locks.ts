import type { Locks } from '#client/index.ts'

/** Locks as in browsers: the tabs of one device share them, and those of a dead tab are released. */
export class TestLocks {
  readonly #queues = new Map<string, Promise<void>>()

  /** The locks as one tab sees them. */
  tab(): Locks & { die(): void } {
    const death = Promise.withResolvers<never>()
    death.promise.catch(() => {})
    return {
      request: (name, { signal }, work) => {
        const before = this.#queues.get(name) ?? Promise.resolve()
        const turn = Promise.withResolvers<void>()
        const released = before.then(() => turn.promise)
        this.#queues.set(name, released)
        const run = async () => {
          const ended = new Promise<never>((_, reject) => {
            signal?.addEventListener('abort', () => reject(signal.reason))
          })
          try {
            await Promise.race([before, death.promise, ended])
            signal?.throwIfAborted()
            return await Promise.race([work(), death.promise])
          } finally {
            turn.resolve()
          }
        }
        return run()
      },
      die: () => death.reject(new Error('the tab is dead')),
    }
  }
}
