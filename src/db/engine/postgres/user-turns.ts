/**
 * Runs one transaction per user at a time, first come, first served. They would wait for each other on
 * the server anyway, but there each would hold a connection, and one user could take all of them.
 */
export class UserTurns {
  readonly #last = new Map<string, Promise<void>>()

  /** Whether a transaction of the user's is under way. */
  isTaken(userId: string): boolean {
    return this.#last.has(userId)
  }

  /** Runs `work` once the user's earlier work has ended, whether or not it succeeded; `hasWaited` if there was any. */
  async run<T>(userId: string, work: (hasWaited: boolean) => Promise<T>): Promise<T> {
    const previousTurn = this.#last.get(userId)
    const { promise: turn, resolve } = Promise.withResolvers<void>()
    this.#last.set(userId, turn)
    try {
      await previousTurn
      return await work(previousTurn !== undefined)
    } finally {
      resolve()
      if (this.#last.get(userId) === turn) this.#last.delete(userId)
    }
  }
}
