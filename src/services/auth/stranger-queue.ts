import { LruMap } from '#lib/lru-map.ts'

/** How many accounts are kept track of. */
const keptAccounts = 10_000

/** The attempts of unknown networks on one account. */
interface Line {
  /** When the attempts so far are used up: each moves it on by one interval. */
  usedUpAt: number
  /** By network: when its turn comes. */
  readonly turns: Map<string, number>
}

/**
 * Spaces the attempts on an account from networks that it doesn't know: `burst` at once, then evenly so many
 * in each window. A network that has to wait gets a turn of its own, in order of arrival, so that whoever
 * guesses from many networks can't take the turn of the owner, who waits no longer than they do. Coming back
 * too early costs nothing; a turn is kept for one window. The line is at most one window long.
 *
 * @see https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */
export class StrangerQueue {
  readonly #intervalMs: number
  readonly #windowMs: number
  readonly #lines = new LruMap<string, Line>(keptAccounts)

  constructor(burst: number, windowMs: number) {
    this.#intervalMs = windowMs / burst
    this.#windowMs = windowMs
  }

  /** How many milliseconds a network has to wait; 0 if it may try now, which uses up its turn. */
  waitOf(account: string, network: string, now: number): number {
    const line = this.#lineOf(account)
    const turn = line.turns.get(network)
    if (turn !== undefined && turn > now) return turn - now
    line.turns.delete(network)
    if (turn !== undefined && turn + this.#windowMs > now) return 0

    const next = line.usedUpAt + this.#intervalMs - this.#windowMs
    if (next <= now) {
      line.usedUpAt = Math.max(line.usedUpAt, now) + this.#intervalMs
      return 0
    }
    if (next - now > this.#windowMs) return this.#windowMs
    line.usedUpAt += this.#intervalMs
    this.#dropMissedTurns(line, now)
    line.turns.set(network, next)
    return next - now
  }

  /** Takes back one attempt: it was no guess. */
  giveBack(account: string): void {
    this.#lineOf(account).usedUpAt -= this.#intervalMs
  }

  /** Forgets all attempts on an account. */
  forget(account: string): void {
    this.#lines.delete(account)
  }

  #lineOf(account: string): Line {
    const known = this.#lines.get(account)
    if (known) return known
    const line = { usedUpAt: 0, turns: new Map() }
    this.#lines.set(account, line)
    return line
  }

  #dropMissedTurns({ turns }: Line, now: number): void {
    for (const [network, turn] of turns) if (turn + this.#windowMs <= now) turns.delete(network)
  }
}
