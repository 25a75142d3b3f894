import { type CreateLimiter, memoryLimiter } from '#lib/limiter.ts'
import { UnknownNetworkLimiter } from './unknown-network-limiter.ts'

/** The maximum number of failed attempts per window. */
export interface ThrottleLimits {
  /** On one account from one network. */
  readonly pair: number
  /** From one network, on any account. */
  readonly network: number
  /** On one account, from all unknown networks together. */
  readonly account: number
  readonly windowSeconds: number
}

/**
 * Ten guesses every fifteen minutes are 350,000 a year, far too few for a password that takes ten
 * billion. The limit of a hundred keeps a botnet from getting ten guesses for each of its addresses.
 */
export const loginLimits: ThrottleLimits = { pair: 10, network: 30, account: 100, windowSeconds: 15 * 60 }

/** The origin of a login attempt, and its account. */
interface LoginSource {
  /** The account's key, see `emailKeyOf`; there may be no such account. */
  readonly account: string
  /** As returned by `networkOf`. */
  readonly network: string
  /**
   * Whether the account has been used from this network before, or the caller has a session of the account.
   */
  readonly isKnown: boolean
}

/** The attempt was rejected without checking the password. */
export interface Throttled {
  readonly kind: 'throttled'
  readonly retryAfterSeconds: number
}

/** One login attempt, counted as a failure until `recordSuccess` is called. */
interface Attempt {
  readonly kind: 'attempt'
  /**
   * The password was correct: resets the count of this account and network, and subtracts this attempt
   * from the other counts.
   */
  recordSuccess(): Promise<void>
}

/** Slows down password guessing. */
export interface LoginThrottle {
  /** Counts an attempt. */
  attempt(source: LoginSource): Promise<Attempt | Throttled>
  /**
   * Resets the counts of an account whose password was reset: from unknown networks, and from the owner's
   * network.
   */
  forgive(account: string, network: string): Promise<void>
}

/** A throttle that never rejects. */
export const noThrottle: LoginThrottle = {
  async attempt() {
    return { kind: 'attempt', async recordSuccess() {} }
  },
  async forgive() {},
}

/**
 * Counts failed logins. Those from unknown networks are counted by each process on its own, in memory, which a restart
 * clears.
 *
 * The tight limit is per account and network, so that guessing locks out the attacker, not the owner. An
 * attack from many networks is slowed down by a limit on the whole account. Networks from which the
 * account has been used are exempt, so that an attack can't lock out the owner's devices. An attempt is
 * counted before the password is verified, so that concurrent attempts can't exceed the limit. A rejected
 * attempt costs no hashing.
 */
export function createLoginThrottle(
  limits: ThrottleLimits = loginLimits,
  now: () => number = Date.now,
  createLimiter: CreateLimiter = memoryLimiter,
): LoginThrottle {
  const seconds = limits.windowSeconds
  const pairs = createLimiter('login', { points: limits.pair, seconds })
  const networks = createLimiter('network', { points: limits.network, seconds })
  const unknownNetworks = new UnknownNetworkLimiter(limits.account, limits.windowSeconds * 1000)
  const pairKey = (account: string, network: string) => `${network} ${account}`

  return {
    async attempt({ account, network, isKnown }) {
      const pair = pairKey(account, network)
      // The network comes first: past its limit, an attacker can't fill the memory with account names.
      const networkCount = await networks.penalty(network)
      if (networkCount.consumedPoints > limits.network) return throttled(networkCount.msBeforeNext)
      const pairCount = await pairs.penalty(pair)
      // A rejected attempt doesn't count, because one on a locked account must not lock out the rest of
      // the network.
      if (pairCount.consumedPoints > limits.pair) {
        await networks.reward(network)
        return throttled(pairCount.msBeforeNext)
      }
      const wait = isKnown ? 0 : unknownNetworks.reserve(account, network, now())
      if (wait > 0) {
        await networks.reward(network)
        await pairs.reward(pair)
        return throttled(wait)
      }
      return {
        kind: 'attempt',
        async recordSuccess() {
          // Subtracts only this attempt; otherwise, an attacker could reset the count by logging in to their own
          // account.
          await networks.reward(network)
          await pairs.delete(pair)
          if (!isKnown) unknownNetworks.refund(account)
        },
      }
    },

    async forgive(account, network) {
      await pairs.delete(pairKey(account, network))
      unknownNetworks.reset(account)
    },
  }
}

function throttled(waitMs: number): Throttled {
  return { kind: 'throttled', retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) }
}
