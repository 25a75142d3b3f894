/** After a transaction has found its user changed, this many of the user's next transactions lock the user first. */
const lockedTransactions = 16

/** The maximum number of users to remember. */
const capacity = 10_000

/**
 * Users whom several transactions change at once, such as those of two nodes. Expecting such a user to be unchanged
 * costs more than it saves, because the work often has to run again.
 */
export class ContestedUsers {
  readonly #remaining = new Map<string, number>()

  /** Notes that a transaction has found the user changed. */
  note(userId: string): void {
    if (this.#remaining.size >= capacity) this.#remaining.clear()
    this.#remaining.set(userId, lockedTransactions)
  }

  /** Whether the user's next transaction will lock the user first. */
  has(userId: string): boolean {
    return this.#remaining.has(userId)
  }

  /** Whether the user's next transaction should lock the user first. Counts it. */
  locksNext(userId: string): boolean {
    const remaining = this.#remaining.get(userId)
    if (remaining === undefined) return false
    if (remaining > 1) this.#remaining.set(userId, remaining - 1)
    else this.#remaining.delete(userId)
    return true
  }
}
