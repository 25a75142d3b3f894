import { LruMap } from '#lib/lru-map.ts'

/** The maximum number of tracked accounts. */
const maxAccounts = 10_000

/** The attempts of unknown networks on one account. */
interface AccountQueue {
  /** The theoretical arrival time of the algorithm: each attempt moves it forward by one interval. */
  arrivalTime: number
  /** The time of each waiting network's turn. */
  readonly turns: Map<string, number>
}

/**
 * Limits the attempts on an account from unknown networks: `burst` immediately, then the same number
 * spread evenly over each window. A network that has to wait gets its own turn, in order of arrival, so
 * that an attacker with many networks can't take the owner's turn, and the owner waits no longer than the
 * attacker. Retrying too early has no penalty; a turn is reserved for one window. The queue is at most
 * one window long.
 *
 * @see https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */
export class UnknownNetworkLimiter {
  readonly #intervalMs: number
  readonly #windowMs: number
  readonly #queues = new LruMap<string, AccountQueue>(maxAccounts)

  constructor(burst: number, windowMs: number) {
    this.#intervalMs = windowMs / burst
    this.#windowMs = windowMs
  }

  /**
   * The milliseconds that a network has to wait for its turn; 0 if it may try now, which counts as an
   * attempt.
   */
  reserve(account: string, network: string, now: number): number {
    const queue = this.#queueOf(account)
    const turn = queue.turns.get(network)
    if (turn !== undefined && turn > now) return turn - now
    queue.turns.delete(network)
    if (turn !== undefined && turn + this.#windowMs > now) return 0

    const next = queue.arrivalTime + this.#intervalMs - this.#windowMs
    if (next <= now) {
      queue.arrivalTime = Math.max(queue.arrivalTime, now) + this.#intervalMs
      return 0
    }
    if (next - now > this.#windowMs) return this.#windowMs
    queue.arrivalTime += this.#intervalMs
    this.#deleteMissedTurns(queue, now)
    queue.turns.set(network, next)
    return next - now
  }

  /** Subtracts an attempt that turned out not to be a guess. */
  refund(account: string): void {
    this.#queueOf(account).arrivalTime -= this.#intervalMs
  }

  /** Resets the count of an account. */
  reset(account: string): void {
    this.#queues.delete(account)
  }

  #queueOf(account: string): AccountQueue {
    const existing = this.#queues.get(account)
    if (existing) return existing
    const queue = { arrivalTime: 0, turns: new Map() }
    this.#queues.set(account, queue)
    return queue
  }

  #deleteMissedTurns({ turns }: AccountQueue, now: number): void {
    for (const [network, turn] of turns) if (turn + this.#windowMs <= now) turns.delete(network)
  }
}
