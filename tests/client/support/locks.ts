import type { Locks } from '#client/index.ts'

/** Web Locks of a browser: the tabs of a device share them, and a tab that dies releases its own. */
export class TestLocks {
  readonly #queues = new Map<string, Promise<void>>()

  /** The locks for one tab. */
  tab(): Locks & { die(): void } {
    const death = Promise.withResolvers<never>()
    death.promise.catch(() => {})
    return {
      request: (name, { signal }, work) => {
        const previous = this.#queues.get(name) ?? Promise.resolve()
        const turn = Promise.withResolvers<void>()
        const released = previous.then(() => turn.promise)
        this.#queues.set(name, released)
        const run = async () => {
          const aborted = new Promise<never>((_, reject) => {
            signal?.addEventListener('abort', () => reject(signal.reason))
          })
          try {
            await Promise.race([previous, death.promise, aborted])
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
