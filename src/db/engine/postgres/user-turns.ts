/**
 * Runs one transaction per user at a time, first come, first served. They would wait for each other on
 * the server anyway, but there each would hold a connection, and one user could take all of them.
 */
export class UserTurns {
  readonly #last = new Map<string, Promise<void>>()

  /** Runs `work` once the user's earlier work has ended, successfully or not. */
  async run<T>(userId: string, work: () => Promise<T>): Promise<T> {
    const earlier = this.#last.get(userId)
    const { promise: mine, resolve } = Promise.withResolvers<void>()
    this.#last.set(userId, mine)
    try {
      await earlier
      return await work()
    } finally {
      resolve()
      if (this.#last.get(userId) === mine) this.#last.delete(userId)
    }
  }
}
